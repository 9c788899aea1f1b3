import { createFileRoute } from "@tanstack/react-router";
import { TeamPage } from "../features/team/team-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/$storyId/team")({ component: Team });

function Team() {
  const { storyId } = Route.useParams();
  return (
    <MembersOnly>
      <TeamPage storyId={storyId} />
    </MembersOnly>
  );
}
