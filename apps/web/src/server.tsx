import type { Render, RenderAsk } from "@muejam/contracts/rendering";
import { type AnyRouteMatch, createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { m } from "#messages";
import { OfflinePage } from "./features/shell/offline-page.tsx";
import { appErrorOf } from "./lib/errors.ts";
import { titled } from "./lib/head.ts";
import { headMarkup } from "./lib/head-markup.ts";
import { loopbackLink } from "./lib/loopback-link.ts";
import { stateMarkup } from "./lib/page-state.ts";
import { nobody } from "./lib/session.ts";
import { makeRouter } from "./router.tsx";

export { renderFault } from "./fault-markup.tsx";

/** What the server loads: the same routes and components that the browser takes over. */
export const render: Render = async ({ path, origin, ask }) => {
  if (path === "/offline.html") return offlinePage();
  const router = routerFor({ path, origin, ask });
  const [, , foundRoute] = router.getMatchedRoutes(path);
  if (foundRoute && !foundRoute.options.staticData?.isPublic) return { kind: "shell" };

  const { api, queryClient } = router.options.context;
  await Promise.all([router.load(), queryClient.prefetchQuery(api.status.version.queryOptions())]);
  const result = router._serverResult;
  if (result?.type === "redirect") return { kind: "redirect", to: result.redirect.headers.get("location") ?? "/" };

  const status = result?.status === 200 ? 200 : refusalOf(router.state.matches);
  const app = renderToString(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
  // Whatever failed below a boundary is left out without a word.
  if (app.includes(failedBoundary)) throw new Error(`A part of ${path} could not be rendered.`);
  const root = `<div id="root">${app}</div>`;
  // What is not there for a visitor may be there for whoever looks: the browser begins anew.
  if (status !== 200) return { kind: "page", status, head: headMarkup(unlisted[status]), body: root };
  const head = {
    meta: router.state.matches.flatMap(({ meta }) => meta?.filter(isThere) ?? []),
    links: router.state.matches.flatMap(({ links }) => links?.filter(isThere) ?? []),
  };
  return { kind: "page", status, head: headMarkup(head), body: root + stateMarkup(queryClient) };
};

/** Kept by browsers for later: it is at no address of its own, and nothing takes it over. */
const offlinePage = () => ({
  kind: "page" as const,
  status: 200 as const,
  head: headMarkup({ meta: [{ title: titled(m.shell_no_network_title()) }, noindex], links: [] }),
  body: renderToString(<OfflinePage />),
});

const failedBoundary = "<!--$!-->";

const isThere = <T extends object>(tag: T | undefined): tag is T => tag !== undefined;

const noindex = { name: "robots", content: "noindex" };
const unlisted = {
  403: { meta: [{ title: titled(m.story_gate_title()) }, noindex], links: [] },
  404: { meta: [{ title: titled(m.shell_missing_title()) }, noindex], links: [] },
};

/** A refusal that a page can tell of; whatever else went wrong is the server's to handle. */
function refusalOf(matches: AnyRouteMatch[]): 403 | 404 {
  const { error } = matches.find(({ status }) => status === "error") ?? {};
  if (!error) return 404;
  if (appErrorOf(error)?.code === "MATURE_HIDDEN") return 403;
  throw error;
}

function routerFor({ path, origin, ask }: RenderAsk) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = makeRouter(nobody, { history, link: loopbackLink(ask), origin });
  const { queryClient } = router.options.context;
  const { queries, ...others } = queryClient.getDefaultOptions();
  queryClient.setDefaultOptions({ ...others, queries: { ...queries, retry: false } });
  return router;
}
