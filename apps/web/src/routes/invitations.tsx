import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { InvitationsPage } from "../features/team/invitations-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/invitations")({ component: Invitations });

function Invitations() {
  return (
    <MembersOnly>
      <OwnPage>{(me) => <InvitationsPage me={me} />}</OwnPage>
    </MembersOnly>
  );
}
