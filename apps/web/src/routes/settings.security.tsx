import { createFileRoute } from "@tanstack/react-router";
import { SecurityPage } from "../features/security/security-page.tsx";
import { PartPage } from "../features/settings/part-page.tsx";
import { ClerkProfile } from "../features/sign-in/clerk-doors.tsx";
import { useSession } from "../lib/use-session.ts";

export const Route = createFileRoute("/settings/security")({ component: Security });

function Security() {
  const { meetClerk } = useSession();
  return (
    <PartPage of="/settings/security">
      <SecurityPage {...(meetClerk && { guards: <ClerkProfile /> })} />
    </PartPage>
  );
}
