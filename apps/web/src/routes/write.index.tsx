import { createFileRoute } from "@tanstack/react-router";
import { StoriesPage } from "../features/write/stories-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/")({
  component: () => (
    <MembersOnly>
      <StoriesPage />
    </MembersOnly>
  ),
});
