import { SettingsSection } from "@muejam/ui/settings-section";
import { createFileRoute } from "@tanstack/react-router";
import { m } from "#messages";
import { MailSettings } from "../features/account/mail-settings.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/mail")({
  component: () => (
    <PartPage of="/settings/mail">
      <SettingsSection id="news" title={m.account_settings_mail_news()}>
        <MailSettings />
      </SettingsSection>
    </PartPage>
  ),
});
