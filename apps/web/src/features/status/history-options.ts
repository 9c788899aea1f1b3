import type { Component } from "@muejam/contracts/status";
import type { Api } from "../../lib/api.ts";
import { components } from "./components.ts";

export const looksPerPage = 20;

/** A look at all parts is as many checks as there are parts. */
export function historyOptions(api: Api, component: Component | undefined) {
  const input = component ? { component, limit: looksPerPage } : { limit: looksPerPage * components.length };
  return api.status.history.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor });
}
