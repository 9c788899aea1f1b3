import type { StatusNow } from "@muejam/contracts/status";
import { Button } from "@muejam/ui/button";
import { Skeleton } from "@muejam/ui/skeleton";
import type { UseQueryResult } from "@tanstack/react-query";
import { appErrorOf } from "../../lib/errors.ts";
import { formatAgo, formatTime } from "../../lib/format.ts";
import { useOnline } from "../../lib/use-online.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { headlineOf, lookedAt } from "./summary.ts";

type Status = Pick<UseQueryResult<StatusNow, unknown>, "data" | "error" | "dataUpdatedAt" | "isFetching" | "refetch">;

/** The heading is a live region: a change is spoken once, and the heading stays a heading. */
export function Headline({ status, now }: { status: Status; now: number }) {
  const isOnline = useOnline();
  const headline = sentenceOf(status, { now, isOnline });
  useTitle(messages.title(headline));
  return (
    <div className="flex min-h-44 flex-col justify-end wide:min-h-32 gap-2 pt-9 pb-3.5 page:min-h-0 page:flex-row page:items-end page:justify-between page:gap-8">
      <h1 aria-live="polite" aria-atomic="true" className="display text-h1">
        {headline ?? <Skeleton className="w-80 max-w-full" />}
      </h1>
      <Facts status={status} now={now} isOnline={isOnline} />
    </div>
  );
}

function Facts({ status, now, isOnline }: { status: Status; now: number; isOnline: boolean }) {
  const words = messages.facts;
  const at = status.data && lookedAt(status.data);
  const requestId = appErrorOf(status.error)?.requestId;
  if (status.error && isOnline)
    return (
      <div className="text-ui text-ink-2 page:pb-1.5 page:text-end">
        <p>
          {status.data ? words.heard(formatTime(status.dataUpdatedAt)) : words.nothingHeard}{" "}
          <Button weight="text" isBusy={status.isFetching} className="ms-0" onClick={() => void status.refetch()}>
            {words.tryAgain}
          </Button>
        </p>
        {requestId ? <p className="text-micro text-ink-3 wrap-anywhere">{words.reference(requestId)}</p> : null}
      </div>
    );
  const line = "text-ui text-ink-2 page:w-80 page:flex-none page:pb-1.5 page:text-end";
  if (!status.data) return <p className={line}>{isOnline ? <Skeleton className="w-60" /> : null}</p>;
  if (!isOnline) return <p className={line}>{words.heard(formatTime(status.dataUpdatedAt))}</p>;
  return (
    <p className={line}>
      {at ? `${words.looked(formatAgo(at, now))}. ` : null}
      {words.renews}
    </p>
  );
}

function sentenceOf(status: Status, { now, isOnline }: { now: number; isOnline: boolean }): string | null {
  if (status.error && isOnline) return messages.headline.silent;
  if (status.data) return headlineOf(status.data, now);
  return isOnline ? null : messages.headline.offline;
}
