import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { SettingsPage } from "../features/account/settings-page.tsx";
import { ThemeChoices } from "../features/theme/theme-choices.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings")({
  component: () => (
    <MembersOnly>
      <OwnPage>{(me) => <SettingsPage me={me} appearance={<ThemeChoices />} />}</OwnPage>
    </MembersOnly>
  ),
});
