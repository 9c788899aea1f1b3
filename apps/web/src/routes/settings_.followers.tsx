import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { FollowersPage } from "../features/reach/followers-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings_/followers")({
  component: () => (
    <MembersOnly>
      <OwnPage>{(me) => <FollowersPage me={me} />}</OwnPage>
    </MembersOnly>
  ),
});
