import { createFileRoute } from "@tanstack/react-router";
import { listOptions } from "../features/{{name}}/list-options.ts";
import { {{Name}}Screen } from "../features/{{name}}/{{name}}-screen.tsx";

export const Route = createFileRoute("/{{name}}")({
  // Not awaited: the page has its own place for a list that has not come yet.
  loader: ({ context: { api, queryClient } }) => {
    void queryClient.prefetchInfiniteQuery(listOptions(api));
  },
  component: {{Name}}Screen,
});
