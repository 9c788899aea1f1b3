import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { listOptions } from "./list-options.ts";

/** A member's own list, and what they can do with it. */
export function use{{Name}}() {
  const api = useApi();
  const cache = useQueryClient();
  const list = useInfiniteQuery(listOptions(api));
  const renew = () => cache.invalidateQueries({ queryKey: api.{{name}}.list.pathKey() });
  const add = useMutation(api.{{name}}.add.mutationOptions({ onSuccess: renew }));
  const remove = useMutation(api.{{name}}.remove.mutationOptions({ onSuccess: renew }));
  return { list, entries: list.data?.pages.flatMap((page) => page.items) ?? [], add, remove };
}
