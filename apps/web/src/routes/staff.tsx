import type { Me } from "@muejam/contracts/account";
import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { useProof } from "../features/security/use-proof.tsx";
import { ForbiddenPage } from "../features/shell/forbidden-page.tsx";
import { StaffPage } from "../features/staff/staff-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/staff")({
  component: () => (
    <MembersOnly>
      <OwnPage>{(me) => (me.roles.length > 0 ? <ForStaff me={me} /> : <ForbiddenPage />)}</OwnPage>
    </MembersOnly>
  ),
});

function ForStaff({ me }: { me: Me }) {
  const { proven, dialog } = useProof();
  return (
    <>
      <StaffPage me={me} proven={proven} />
      {me.roles.includes("administrator") ? dialog : null}
    </>
  );
}
