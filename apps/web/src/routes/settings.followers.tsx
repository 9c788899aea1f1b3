import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { FollowersPage } from "../features/reach/followers-page.tsx";

export const Route = createFileRoute("/settings/followers")({
  component: () => <OwnPage>{(me) => <FollowersPage me={me} />}</OwnPage>,
});
