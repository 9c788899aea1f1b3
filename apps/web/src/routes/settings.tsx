import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { SettingsPage } from "../features/account/settings-page.tsx";
import { Appearance } from "../features/theme/appearance.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings")({
  component: () => (
    <MembersOnly>
      <OwnPage>{(me) => <SettingsPage me={me} appearance={<Appearance />} />}</OwnPage>
    </MembersOnly>
  ),
});
