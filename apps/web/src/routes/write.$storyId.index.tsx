import { createFileRoute } from "@tanstack/react-router";
import { DeskPage } from "../features/write/desk-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/$storyId/")({ component: Desk });

function Desk() {
  const { storyId } = Route.useParams();
  return (
    <MembersOnly>
      <DeskPage storyId={storyId} />
    </MembersOnly>
  );
}
