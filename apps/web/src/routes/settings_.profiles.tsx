import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { FacesPage } from "../features/faces/faces-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/settings_/profiles")({
  component: () => (
    <MembersOnly>
      <OwnPage>{(me) => <FacesPage me={me} />}</OwnPage>
    </MembersOnly>
  ),
});
