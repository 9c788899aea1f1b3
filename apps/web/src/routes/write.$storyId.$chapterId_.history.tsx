import { createFileRoute } from "@tanstack/react-router";
import { HistoryPage } from "../features/history/history-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/write/$storyId/$chapterId_/history")({
  validateSearch: ({ point }): { point?: string | undefined } => ({
    point: typeof point === "string" ? point : undefined,
  }),
  component: History,
});

function History() {
  const { storyId, chapterId } = Route.useParams();
  const { point } = Route.useSearch();
  return (
    <MembersOnly>
      <HistoryPage key={chapterId} storyId={storyId} chapterId={chapterId} point={point} />
    </MembersOnly>
  );
}
