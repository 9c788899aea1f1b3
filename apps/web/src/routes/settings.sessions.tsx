import { createFileRoute } from "@tanstack/react-router";
import { SessionSettings } from "../features/account/session-settings.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/sessions")({
  component: () => (
    <PartPage of="/settings/sessions">
      <div className="pt-6">
        <SessionSettings />
      </div>
    </PartPage>
  ),
});
