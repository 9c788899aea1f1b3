import { createFileRoute } from "@tanstack/react-router";
import { OwnFace } from "../features/account/own-face.tsx";
import { ProfileSettings } from "../features/account/profile-settings.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/profile")({
  component: () => (
    <PartPage of="/settings/profile">
      {/* Another face has other words. */}
      <OwnFace>{(face) => <ProfileSettings key={face.id} face={face} />}</OwnFace>
    </PartPage>
  ),
});
