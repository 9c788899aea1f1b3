import { createFileRoute } from "@tanstack/react-router";
import { NotificationsPage } from "../features/notifications/notifications-page.tsx";
import { FaceActs } from "../features/reach/face-acts.tsx";

export const Route = createFileRoute("/notifications")({
  component: () => <NotificationsPage acts={(face) => <FaceActs face={face} />} />,
});
