import { createFileRoute } from "@tanstack/react-router";
import { SecurityPage } from "../features/security/security-page.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/security")({
  component: () => (
    <PartPage of="/settings/security">
      <SecurityPage />
    </PartPage>
  ),
});
