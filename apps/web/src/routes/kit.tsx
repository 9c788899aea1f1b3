import { createFileRoute, notFound } from "@tanstack/react-router";
import { KitPage } from "../features/kit/kit-page.tsx";

/** Only on a machine of one's own. */
export const Route = createFileRoute("/kit")({
  beforeLoad: () => {
    if (!/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname)) throw notFound();
  },
  component: KitPage,
});
