import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { FacesPage } from "../features/faces/faces-page.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/profiles")({
  component: () => (
    <PartPage of="/settings/profiles">
      <OwnPage>{(me) => <FacesPage me={me} />}</OwnPage>
    </PartPage>
  ),
});
