import { createFileRoute } from "@tanstack/react-router";
import { SpeakingAs } from "../features/faces/speaking-as.tsx";
import { NewStoryPage } from "../features/write/new-story-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/new")({
  component: () => (
    <MembersOnly>
      <NewStoryPage as={<SpeakingAs />} />
    </MembersOnly>
  ),
});
