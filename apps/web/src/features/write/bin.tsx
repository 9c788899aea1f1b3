import type { BinnedChapter, OwnStory } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { useInfiniteQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { inLanguage } from "../../lib/direction.ts";
import { formatDay } from "../../lib/format.ts";
import { Fault } from "./fault.tsx";
import { nameOf } from "./use-arranging.ts";

/** What was thrown away, and when it goes for good. */
export function Bin({ story, onRestore }: { story: OwnStory; onRestore: (chapterId: string) => void }) {
  const bin = useInfiniteQuery(
    useApi().story.bin.infiniteQueryOptions(
      { id: story.id, limit: 20 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const chapters = bin.data?.pages.flatMap(({ items }) => items) ?? [];
  const canRestore = ({ number }: BinnedChapter) => story.rights.includes(number === null ? "edit" : "publish");
  return (
    <section aria-labelledby="bin" className="mt-8">
      <h2 id="bin" className="display text-h4">
        {m.write_bin_title()}
      </h2>
      {bin.error ? <Fault error={bin.error} onRetry={() => void bin.refetch()} /> : null}
      {bin.data && chapters.length === 0 ? <p className="mt-2 text-ui text-ink-2">{m.write_bin_empty()}</p> : null}
      <ul className="arrange">
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <span className="display text-h4 text-ink-3 digits">{chapter.number ?? "–"}</span>
            <span>
              <bdi {...inLanguage(story.language)} className="display block text-lead wrap-anywhere">
                {nameOf(chapter)}
              </bdi>
              <span className="text-small text-ink-2">
                {chapter.goesAt ? m.write_bin_until({ day: formatDay(chapter.goesAt) }) : m.write_bin_stays()}
              </span>
            </span>
            {canRestore(chapter) ? (
              <Button
                aria-label={m.write_bin_restore_name({ title: nameOf(chapter) })}
                onClick={() => onRestore(chapter.id)}
              >
                {m.write_bin_restore()}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {bin.hasNextPage ? (
        <Button className="mt-4" isBusy={bin.isFetchingNextPage} onClick={() => void bin.fetchNextPage()}>
          {m.write_bin_more()}
        </Button>
      ) : null}
    </section>
  );
}
