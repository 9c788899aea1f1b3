import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { EditorPage } from "../features/editor/editor-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

const SignInAgain = lazy(async () => ({
  default: (await import("../features/sign-in/sign-in-again.tsx")).SignInAgain,
}));

export const Route = createFileRoute("/write/$storyId/$chapterId")({
  staticData: { hasOwnFrame: true },
  component: Chapter,
});

/** Not before there are words to write. */
const QuietNews = lazy(async () => ({ default: (await import("../features/notifications/quiet-news.tsx")).QuietNews }));

function Chapter() {
  const { storyId, chapterId } = Route.useParams();
  return (
    <MembersOnly staysOpen>
      <EditorPage key={chapterId} {...{ storyId, chapterId, SignInAgain }} />
      <Suspense>
        <QuietNews />
      </Suspense>
    </MembersOnly>
  );
}
