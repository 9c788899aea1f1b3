import { createFileRoute } from "@tanstack/react-router";
import { SettingsPage } from "../features/write/settings-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/$storyId/settings")({ component: Settings });

function Settings() {
  const { storyId } = Route.useParams();
  return (
    <MembersOnly>
      <SettingsPage storyId={storyId} />
    </MembersOnly>
  );
}
