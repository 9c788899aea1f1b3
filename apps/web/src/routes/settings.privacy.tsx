import { createFileRoute } from "@tanstack/react-router";
import { FindableSwitch } from "../features/account/findable-switch.tsx";
import { HistorySwitch } from "../features/account/history-switch.tsx";
import { OwnFace } from "../features/account/own-face.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/privacy")({
  component: () => (
    <PartPage of="/settings/privacy">
      <OwnFace>{(face) => <FindableSwitch key={face.id} face={face} />}</OwnFace>
      <HistorySwitch />
    </PartPage>
  ),
});
