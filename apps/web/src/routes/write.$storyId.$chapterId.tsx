import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import { EditorPage } from "../features/editor/editor-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

const SignInAgain = lazy(async () => ({
  default: (await import("../features/sign-in/sign-in-again.tsx")).SignInAgain,
}));

export const Route = createFileRoute("/write/$storyId/$chapterId")({
  staticData: { hasOwnFrame: true },
  component: Chapter,
});

function Chapter() {
  const { storyId, chapterId } = Route.useParams();
  return (
    <MembersOnly staysOpen>
      <EditorPage key={chapterId} {...{ storyId, chapterId, SignInAgain }} />
    </MembersOnly>
  );
}
