import type { OwnStory } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Empty } from "@muejam/ui/empty";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { ChapterRows } from "./chapter-rows.tsx";
import { DeskStitch } from "./desk-stitch.tsx";
import { Fault } from "./fault.tsx";
import { useAddChapter } from "./use-add-chapter.ts";

const ArrangeChapters = lazy(async () => ({
  default: (await import("./arrange-chapters.tsx")).ArrangeChapters,
}));

export function Chapters({ story }: { story: OwnStory }) {
  const own = useInfiniteQuery(
    useApi().story.ownChapters.infiniteQueryOptions(
      { id: story.id, limit: 100 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const adding = useAddChapter(story.id);
  const [isArranging, setArranging] = useState(false);
  const mayWrite = story.rights.includes("edit");
  if (own.error) return <Fault error={own.error} onRetry={() => void own.refetch()} />;
  const chapters = own.data?.pages.flatMap(({ items }) => items);
  if (chapters?.length === 0 && !isArranging)
    return (
      <div className="mt-8">
        <Empty title={m.write_desk_empty_title()} body={m.write_desk_empty_body()}>
          {mayWrite ? (
            <Button weight="main" isBusy={adding.isBusy} onClick={adding.add}>
              {m.write_desk_empty_act()}
            </Button>
          ) : null}
          {mayWrite ? (
            <Button weight="text" onClick={() => setArranging(true)}>
              {m.write_bin_title()}
            </Button>
          ) : null}
          <ActFault error={adding.error} />
        </Empty>
      </div>
    );
  return (
    <section aria-labelledby="chapters" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="chapters" className="display text-h4">
          {m.write_desk_chapters()}
        </h2>
        {mayWrite ? (
          <div className="flex flex-wrap gap-3">
            <Button aria-expanded={isArranging} onClick={() => setArranging(!isArranging)}>
              {isArranging ? m.write_arrange_done() : m.write_arrange_open()}
            </Button>
            <Button weight="main" isBusy={adding.isBusy} onClick={adding.add}>
              {m.write_desk_add_chapter()}
            </Button>
          </div>
        ) : null}
      </div>
      <ActFault error={adding.error} />
      {chapters ? (
        <>
          <DeskStitch states={chapters.map(({ state }) => state)} />
          {isArranging ? (
            <Suspense>
              <ArrangeChapters story={story} chapters={chapters} />
            </Suspense>
          ) : (
            <ChapterRows story={story} chapters={chapters} />
          )}
        </>
      ) : (
        <p aria-busy="true" className="pt-6 text-ink-2">
          {m.write_waiting()}
        </p>
      )}
      {own.hasNextPage ? (
        <Button className="mt-5" isBusy={own.isFetchingNextPage} onClick={() => void own.fetchNextPage()}>
          {m.write_desk_more()}
        </Button>
      ) : null}
    </section>
  );
}
