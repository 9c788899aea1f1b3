import { createFileRoute } from "@tanstack/react-router";
import { EditorPage } from "../features/editor/editor-page.tsx";
import { QuietNews } from "../features/notifications/quiet-news.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/$storyId/$chapterId")({
  staticData: { hasOwnFrame: true },
  component: Chapter,
});

function Chapter() {
  const { storyId, chapterId } = Route.useParams();
  return (
    <MembersOnly staysOpen>
      <QuietNews />
      <EditorPage key={chapterId} storyId={storyId} chapterId={chapterId} />
    </MembersOnly>
  );
}
