import type { AppRouter } from "@muejam/server/router";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, type RouterHistory } from "@tanstack/react-router";
import type { TRPCLink } from "@trpc/client";
import { FaultPage } from "./features/shell/fault-page.tsx";
import { ApiProvider, makeApi } from "./lib/api.ts";
import { findState } from "./lib/page-state.ts";
import type { Session } from "./lib/session.ts";
import { SessionProvider } from "./lib/use-session.ts";
import { routeTree } from "./route-tree.gen.ts";

/** Where there is no browser: what stands in for its address bar, its network and its place in the world. */
export type Elsewhere = { history: RouterHistory; link: TRPCLink<AppRouter>; origin: string };

export function makeRouter(session: Session, elsewhere?: Elsewhere) {
  const { api, client, queryClient } = makeApi(session, elsewhere?.link);
  let isPlaced = !elsewhere && findState() !== null;
  return createRouter({
    routeTree,
    ...(elsewhere && { history: elsewhere.history }),
    context: { api, queryClient, session, origin: elsewhere?.origin ?? location.origin },
    defaultPreload: "intent",
    // The query cache knows best what is fresh.
    defaultPreloadStaleTime: 0,
    // A page that came rendered may have been scrolled already: it stays where its reader is.
    scrollRestoration:
      !elsewhere &&
      (() => {
        const mayScroll = !isPlaced;
        isPlaced = false;
        return mayScroll;
      }),
    defaultViewTransition: { types: ({ pathChanged }) => (pathChanged && !isStill() ? ["page"] : false) },
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

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
