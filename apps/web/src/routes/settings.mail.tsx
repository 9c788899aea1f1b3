import { createFileRoute } from "@tanstack/react-router";
import { MailSettings } from "../features/account/mail-settings.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/mail")({
  component: () => (
    <PartPage of="/settings/mail">
      <div className="pt-6">
        <MailSettings />
      </div>
    </PartPage>
  ),
});
