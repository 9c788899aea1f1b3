import { Button } from "@muejam/ui/button";
import { SectionHead } from "@muejam/ui/section-head";
import { Skeleton } from "@muejam/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import { FeedChapter } from "./feed-chapter.tsx";

/** Every chapter of what a member follows. There for members alone, from the first paint on. */
export function FollowingFeed() {
  const id = useId();
  const { state } = useSession();
  const options = useApi().social.feed.infiniteQueryOptions(
    { limit: 8 },
    { enabled: state === "member", getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(options);
  if (state === "visitor") return null;
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby={id} className="for-members mb-12">
      <SectionHead id={id} title={m.social_feed_title()} />
      <p className="pt-2.5 text-small text-ink-3">{m.social_feed_rule()}</p>
      {items?.length === 0 ? <Sentence title={m.social_feed_empty()} about={m.social_feed_about()} /> : null}
      {isError && !items ? <Sentence title={m.social_feed_title()} about={m.social_feed_failed()} /> : null}
      <ul aria-busy={!items && !isError}>
        {items?.map((item) => (
          <li key={item.chapter.id} data-item="" className="border-b border-line py-5 wide:py-6.5">
            <FeedChapter item={item} />
          </li>
        ))}
        {items || isError ? null : [1, 2, 3].map((place) => <Waiting key={place} />)}
      </ul>
      {hasNextPage ? (
        <Button className="mt-5" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.social_feed_more()}
        </Button>
      ) : null}
    </section>
  );
}

function Sentence({ title, about }: { title: string; about: string }) {
  return (
    <div className="max-w-140 border-b border-line py-7">
      <h3 className="display text-h4">{title}</h3>
      <p className="mt-1 font-book text-talk text-ink-2">{about}</p>
    </div>
  );
}

function Waiting() {
  return (
    <li className="grid grid-cols-[52px_minmax(0,1fr)] gap-4 border-b border-line py-5 wide:grid-cols-[68px_minmax(0,1fr)] wide:gap-5.5 wide:py-6.5">
      <span className="skeleton aspect-2/3" />
      <span className="grid content-start gap-2">
        <Skeleton className="w-60 max-w-full" />
        <Skeleton className="h-5 w-80 max-w-full" />
        <Skeleton className="w-40" />
      </span>
    </li>
  );
}
