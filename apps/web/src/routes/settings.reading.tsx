import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { ReadingSettings } from "../features/account/reading-settings.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/reading")({
  component: () => (
    <PartPage of="/settings/reading">
      <OwnPage>{(me) => <ReadingSettings me={me} />}</OwnPage>
    </PartPage>
  ),
});
