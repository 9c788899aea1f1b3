import { createFileRoute } from "@tanstack/react-router";
import { SessionSettings } from "../features/account/session-settings.tsx";
import { PartPage } from "../features/settings/part-page.tsx";
import { GoOn } from "../features/sign-in/go-on.tsx";
import { useSession } from "../lib/use-session.ts";

export const Route = createFileRoute("/settings/sessions")({ component: Sessions });

function Sessions() {
  const { meetClerk } = useSession();
  if (meetClerk) return <GoOn to="/settings/security" />;
  return (
    <PartPage of="/settings/sessions">
      <div className="pt-6">
        <SessionSettings />
      </div>
    </PartPage>
  );
}
