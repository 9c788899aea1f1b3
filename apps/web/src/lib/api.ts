import type { AppRouter } from "@muejam/server/router";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCLink } from "@trpc/client";
import { createTRPCContext, createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { isWorthRetrying, retryDelayMs } from "./errors.ts";
import { fetchAs } from "./fetch-as.ts";
import type { Session } from "./session.ts";
import { changeViewer } from "./viewer-queries.ts";

export type Api = TRPCOptionsProxy<AppRouter>;

export const {
  TRPCProvider: ApiProvider,
  useTRPC: useApi,
  useTRPCClient: useApiClient,
} = createTRPCContext<AppRouter>();
export type ApiClient = ReturnType<typeof useApiClient>;

const url = "/trpc";

export function makeApi(session: Session, link: TRPCLink<AppRouter> = linkOver(fetchAs(session))) {
  const client = createTRPCClient<AppRouter>({ links: [link] });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, retryDelay: retryDelayMs, staleTime: 10_000, refetchOnReconnect: "always" },
      // A write fails at once without a network, rather than going out when nobody expects it any more.
      mutations: { retry: isWorthRetrying, retryDelay: retryDelayMs, networkMode: "always" },
    },
  });
  session.subscribe(() => changeViewer(queryClient));
  const api: Api = createTRPCOptionsProxy({ client, queryClient });
  return { client, queryClient, api };
}

type Fetch = ReturnType<typeof fetchAs>;

const linkOver = (fetch: Fetch): TRPCLink<AppRouter> =>
  splitLink({
    condition: (call) => call.type === "mutation",
    true: splitLink({
      condition: ({ context }) => context["outlivesPage"] === true,
      true: actLink((input, init) => fetch(input, { ...init, keepalive: true })),
      false: actLink(fetch),
    }),
    false: httpBatchLink({ url, fetch, maxItems: 10, maxURLLength: 2000 }),
  });

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
