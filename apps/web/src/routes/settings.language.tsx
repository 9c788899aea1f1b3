import { createFileRoute } from "@tanstack/react-router";
import { LanguageSettings } from "../features/account/language-settings.tsx";
import { OwnPage } from "../features/account/own-page.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/language")({
  component: () => (
    <PartPage of="/settings/language">
      <OwnPage>{(me) => <LanguageSettings me={me} />}</OwnPage>
    </PartPage>
  ),
});
