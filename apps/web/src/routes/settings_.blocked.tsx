import { createFileRoute } from "@tanstack/react-router";
import { BlockedPage } from "../features/reach/blocked-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings_/blocked")({
  component: () => (
    <MembersOnly>
      <BlockedPage />
    </MembersOnly>
  ),
});
