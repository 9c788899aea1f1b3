import { createFileRoute } from "@tanstack/react-router";
import { SecurityPage } from "../features/security/security-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings_/security")({
  component: () => (
    <MembersOnly>
      <SecurityPage />
    </MembersOnly>
  ),
});
