import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { ForbiddenPage } from "../features/shell/forbidden-page.tsx";
import { StaffPage } from "../features/staff/staff-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/staff")({
  component: () => (
    <MembersOnly>
      <OwnPage>{(me) => (me.roles.length > 0 ? <StaffPage me={me} /> : <ForbiddenPage />)}</OwnPage>
    </MembersOnly>
  ),
});
