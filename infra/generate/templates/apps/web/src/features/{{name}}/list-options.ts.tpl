import type { Api } from "../../lib/api.ts";

export const listOptions = (api: Api) =>
  api.{{name}}.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor });
