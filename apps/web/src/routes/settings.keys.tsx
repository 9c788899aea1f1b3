import { createFileRoute } from "@tanstack/react-router";
import { KeysPage } from "../features/security/keys-page.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/keys")({
  component: () => (
    <PartPage of="/settings/keys">
      <KeysPage />
    </PartPage>
  ),
});
