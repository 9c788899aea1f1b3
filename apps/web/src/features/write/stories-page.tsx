import { Button } from "@muejam/ui/button";
import { Empty } from "@muejam/ui/empty";
import { Skeleton } from "@muejam/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useTitle } from "../../lib/use-title.ts";
import { actLook } from "./act-look.ts";
import { Company } from "./company.tsx";
import { PageFault } from "./fault.tsx";
import { StoryRow } from "./story-row.tsx";

export function StoriesPage() {
  useTitle(`${m.write_stories_title()} · MueJam`);
  const own = useInfiniteQuery(
    useApi().story.mine.infiniteQueryOptions(
      { limit: 50 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  if (own.error) return <PageFault error={own.error} onRetry={() => void own.refetch()} />;
  const stories = own.data?.pages.flatMap(({ items }) => items);
  return (
    <div className="pt-9">
      <header className="mb-5 flex min-h-(--hit) flex-wrap items-end justify-between gap-4">
        <h1 className="display text-h1">{m.write_stories_title()}</h1>
        <div className="flex flex-wrap gap-3">
          <Link to="/invitations" className={actLook.line}>
            {m.write_stories_invitations()}
          </Link>
          {stories?.length === 0 ? null : (
            <Link to="/write/new" className={actLook.main}>
              {m.write_stories_begin()}
            </Link>
          )}
        </div>
      </header>
      <hr className="rule" />
      {stories ? <Company stories={stories} isOfMany /> : null}
      {stories?.length === 0 ? (
        <Empty title={m.write_stories_empty_title()} body={m.write_stories_empty_body()}>
          <Link to="/write/new" className={actLook.main}>
            {m.write_stories_begin()}
          </Link>
        </Empty>
      ) : (
        <ul aria-busy={!stories} aria-label={m.write_stories_title()}>
          {stories ? stories.map((story) => <StoryRow key={story.id} story={story} />) : <Waiting />}
        </ul>
      )}
      {own.hasNextPage ? (
        <Button className="mt-6" isBusy={own.isFetchingNextPage} onClick={() => void own.fetchNextPage()}>
          {m.write_stories_more()}
        </Button>
      ) : null}
    </div>
  );
}

function Waiting() {
  return ["w-64", "w-48", "w-80"].map((width) => (
    <li key={width} className="border-b border-line py-6.5">
      <Skeleton className={`${width} max-w-full text-h3`} />
      <p className="mt-2">
        <Skeleton className="w-52 text-small" />
      </p>
    </li>
  ));
}
