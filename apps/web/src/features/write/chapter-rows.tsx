import type { OwnChapter, OwnStory } from "@muejam/contracts/story";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatAgo, formatDay, formatNumber } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { StateMark } from "./state-mark.tsx";

export function ChapterRows({ story, chapters }: { story: OwnStory; chapters: readonly OwnChapter[] }) {
  const now = useNow(60_000);
  return (
    <table className="ledger desk-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{m.write_desk_columns_number()}</span>
          </th>
          <th scope="col">{m.write_desk_columns_title()}</th>
          <th scope="col">{m.write_desk_columns_state()}</th>
          <th scope="col" className="desk-figure">
            {m.write_desk_columns_words()}
          </th>
          <th scope="col" className="desk-figure">
            {m.write_desk_columns_changed()}
          </th>
        </tr>
      </thead>
      <tbody>
        {chapters.map((chapter) => (
          <tr key={chapter.id}>
            <td className="display text-h4 text-ink-3 digits">
              {chapter.number ?? (
                <>
                  <span aria-hidden="true">–</span>
                  <span className="sr-only">{m.write_desk_not_numbered()}</span>
                </>
              )}
            </td>
            <th scope="row">
              <Link
                to="/write/$storyId/$chapterId"
                params={{ storyId: story.id, chapterId: chapter.id }}
                className="display block text-lead text-ink wrap-anywhere hover:underline max-wide:-mb-4 max-wide:pb-4"
              >
                {chapter.title ? <bdi {...inLanguage(story.language)}>{chapter.title}</bdi> : m.write_desk_untitled()}
              </Link>
              <span className="text-small text-ink-2">{truthOf(chapter)}</span>
            </th>
            <td>
              <StateMark of={chapter.state} />
            </td>
            <td className="desk-figure digits">{formatNumber(chapter.words)}</td>
            <td className="desk-figure">{formatAgo(chapter.savedAt, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function truthOf({ state, hasUnpublishedChanges, publishedAt }: OwnChapter): string {
  if (state === "unpublished") return m.write_desk_taken_back();
  if (state === "draft") return m.write_desk_never();
  return hasUnpublishedChanges
    ? m.write_desk_changed()
    : m.write_desk_published_on({ day: formatDay(publishedAt ?? "") });
}
