import type { Profile } from "@muejam/contracts/profile";
import { Skeleton } from "@muejam/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { ListFoot } from "../../lib/list-foot.tsx";
import { useNow } from "../../lib/use-now.ts";
import { DayList } from "./day-list.tsx";
import { daysOf } from "./days.ts";
import { MarkRead } from "./mark-read.tsx";
import { EmptyNews, FailedNews } from "./news-absence.tsx";

export function NewsList({ acts }: { acts: (face: Profile) => ReactNode }) {
  const now = useNow(60_000);
  const list = useInfiniteQuery(
    useApi().notification.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  const told = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const newest = told[0];

  if (list.isPending) return <NewsSkeleton />;
  if (!list.data) return <FailedNews error={list.error} isBusy={list.isFetching} onRetry={() => void list.refetch()} />;
  if (!newest) return <EmptyNews />;
  return (
    <>
      <MarkRead seq={newest.seq} />
      {daysOf(told).map((day) => (
        <DayList key={day.at} day={day} now={now} acts={acts} />
      ))}
      <ListFoot
        list={list}
        items="[data-told]"
        words={{ more: m.notifications_older(), fetching: m.notifications_fetching(), end: m.notifications_end() }}
      />
    </>
  );
}

function NewsSkeleton() {
  return (
    <ul aria-busy="true" className="mt-16 border-t border-line">
      {["w-80", "w-64", "w-72"].map((width) => (
        <li key={width} className="news">
          <p className="text-talk">
            <Skeleton className={`${width} max-w-full`} />
          </p>
          <p className="text-small">
            <Skeleton className="w-20" />
          </p>
        </li>
      ))}
    </ul>
  );
}
