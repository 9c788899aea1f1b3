import { createFileRoute, Outlet } from "@tanstack/react-router";
import { SettingsFrame } from "../features/settings/settings-frame.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings")({
  component: () => (
    <MembersOnly>
      <SettingsFrame>
        <Outlet />
      </SettingsFrame>
    </MembersOnly>
  ),
});
