import { createFileRoute } from "@tanstack/react-router";
import { PartPage } from "../features/settings/part-page.tsx";
import { Appearance } from "../features/theme/appearance.tsx";

export const Route = createFileRoute("/settings/appearance")({
  component: () => (
    <PartPage of="/settings/appearance">
      <Appearance />
    </PartPage>
  ),
});
