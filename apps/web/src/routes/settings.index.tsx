import { createFileRoute, redirect } from "@tanstack/react-router";
import { SettingsList } from "../features/settings/settings-list.tsx";

export const Route = createFileRoute("/settings/")({
  // All parts stand beside each of them there.
  beforeLoad: () => {
    if (matchMedia("(min-width: 761px)").matches) throw redirect({ to: "/settings/profile", replace: true });
  },
  component: SettingsList,
});
