import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { formatDay, formatTime } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { told } from "./event-names.ts";

export function EventList() {
  const api = useApi();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    api.account.securityEvents.infiniteQueryOptions(
      { limit: 10 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, staleTime: 0 },
    ),
  );
  const events = data?.pages.flatMap(({ items }) => items);
  const fault = error ? explain(error) : null;
  return (
    <div className="grid justify-items-start gap-4">
      {events ? (
        <ul className="w-full">
          {events.map(({ id, kind, at, detail }) => (
            <li key={id} className="border-b border-line py-2.5 first:pt-0 last:border-b-0 last:pb-0">
              <p>{told(kind, detail["reason"])}</p>
              <time dateTime={at} className="text-small text-ink-3">
                {formatDay(at)}, {formatTime(at)}
              </time>
            </li>
          ))}
        </ul>
      ) : fault ? null : (
        <Waiting />
      )}
      {events?.length === 0 ? <p className="text-ink-2">{m.security_events_empty()}</p> : null}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {fault && !events ? <Button onClick={() => void refetch()}>{m.security_retry()}</Button> : null}
      {hasNextPage ? (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.security_events_older()}
        </Button>
      ) : null}
    </div>
  );
}
