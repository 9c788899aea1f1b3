import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { FaultPage } from "./features/shell/fault-page.tsx";
import { ApiProvider, makeApi } from "./lib/api.ts";
import { makeSession } from "./lib/session.ts";
import { SessionProvider } from "./lib/use-session.ts";
import { routeTree } from "./route-tree.gen.ts";

export function makeRouter() {
  const session = makeSession();
  const { api, client, queryClient } = makeApi(session);
  return createRouter({
    routeTree,
    context: { api, queryClient },
    defaultPreload: "intent",
    // The query cache knows best what is fresh.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: FaultPage,
    Wrap: ({ children }) => (
      <SessionProvider value={session}>
        <QueryClientProvider client={queryClient}>
          <ApiProvider trpcClient={client} queryClient={queryClient}>
            {children}
          </ApiProvider>
        </QueryClientProvider>
      </SessionProvider>
    ),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
