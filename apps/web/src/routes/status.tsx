import { createFileRoute } from "@tanstack/react-router";
import { asComponent } from "../features/status/components.ts";
import { historyOptions } from "../features/status/history-options.ts";
import { StatusPage } from "../features/status/status-page.tsx";

export const Route = createFileRoute("/status")({
  validateSearch: (search) => {
    const component = asComponent(search["component"]);
    return component ? { component } : {};
  },
  loaderDeps: ({ search }) => search,
  // Not awaited: the page has its own places for what has not come yet. One request carries all three.
  loader: ({ context: { api, queryClient }, deps }) => {
    void queryClient.prefetchQuery(api.status.now.queryOptions());
    void queryClient.prefetchQuery(api.status.version.queryOptions());
    void queryClient.prefetchInfiniteQuery(historyOptions(api, deps.component));
  },
  component: Status,
});

function Status() {
  const { component } = Route.useSearch();
  return <StatusPage component={component} />;
}
