import type { AppRouter } from "@muejam/server/router";
import { httpBatchLink, httpLink, splitLink, type TRPCLink } from "@trpc/client";
import { type Caller, fetchAs } from "./fetch-as.ts";

type Fetch = ReturnType<typeof fetchAs>;

const url = "/trpc";

/** Reads that are asked for together travel together; writes travel alone. */
export function linkAs(caller: Caller): TRPCLink<AppRouter> {
  const fetch = fetchAs(caller);
  return splitLink({
    condition: (call) => call.type === "mutation",
    true: splitLink({
      condition: ({ context }) => context["outlivesPage"] === true,
      true: actLink((input, init) => fetch(input, { ...init, keepalive: true })),
      false: actLink(fetch),
    }),
    false: httpBatchLink({ url, fetch, maxItems: 10, maxURLLength: 2000 }),
  });
}

const actLink = (fetch: Fetch): TRPCLink<AppRouter> =>
  httpLink({
    url,
    fetch,
    headers: ({ op }) => (op.context["isNamed"] ? {} : { "idempotency-key": keyOfAct(op.input) }),
  });

const keys = new WeakMap<object, string>();

/** `isNamed`: what is sent says itself which act it is. A repeat of any other act passes the same input object, so it carries the same key and has one effect. */
function keyOfAct(input: unknown): string {
  if (typeof input !== "object" || input === null) return crypto.randomUUID();
  const key = keys.get(input) ?? crypto.randomUUID();
  keys.set(input, key);
  return key;
}
