import type { AppRouter } from "@muejam/server/router";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, type TRPCLink } from "@trpc/client";
import { createTRPCContext, createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { isWorthRetrying, retryDelayMs } from "./errors.ts";
import { laterLink } from "./later-link.ts";
import type { Session } from "./session.ts";
import { changeViewer } from "./viewer-queries.ts";

export type Api = TRPCOptionsProxy<AppRouter>;

export const {
  TRPCProvider: ApiProvider,
  useTRPC: useApi,
  useTRPCClient: useApiClient,
} = createTRPCContext<AppRouter>();
export type ApiClient = ReturnType<typeof useApiClient>;

export function makeApi(session: Session, link: TRPCLink<AppRouter> = linkOf(session)) {
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

function linkOf(session: Session): TRPCLink<AppRouter> {
  const load = async () => (await import("./links.ts")).linkAs(session);
  // Whoever is signed in asks as soon as the page is there.
  if (session.read().state === "member") void load().catch(() => undefined);
  return laterLink(load);
}
