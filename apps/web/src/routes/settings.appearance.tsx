import { createFileRoute } from "@tanstack/react-router";
import { PartPage } from "../features/settings/part-page.tsx";
import { ThemeChoices } from "../features/theme/theme-choices.tsx";

export const Route = createFileRoute("/settings/appearance")({
  component: () => (
    <PartPage of="/settings/appearance">
      <div className="pt-6">
        <ThemeChoices />
      </div>
    </PartPage>
  ),
});
