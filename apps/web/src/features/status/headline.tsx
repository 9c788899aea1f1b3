import type { StatusNow } from "@muejam/contracts/status";
import { Button } from "@muejam/ui/button";
import { Skeleton } from "@muejam/ui/skeleton";
import type { UseQueryResult } from "@tanstack/react-query";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { formatAgo, formatTime } from "../../lib/format.ts";
import { titled } from "../../lib/head.ts";
import { useOnline } from "../../lib/use-online.ts";
import { useTitle } from "../../lib/use-title.ts";
import { headlineOf, lookedAt } from "./summary.ts";

type Status = Pick<UseQueryResult<StatusNow, unknown>, "data" | "error" | "dataUpdatedAt" | "isFetching" | "refetch">;

/** The heading is a live region: a change is spoken once, and the heading stays a heading. */
export function Headline({ status, now }: { status: Status; now: number }) {
  const isOnline = useOnline();
  const headline = sentenceOf(status, { now, isOnline });
  useTitle(titled(headline ?? m.status_title_plain()));
  return (
    <div className="flex flex-col gap-2 pt-9 pb-3.5 page:flex-row page:items-end page:justify-between page:gap-8">
      <h1 aria-live="polite" aria-atomic="true" className="display text-h1">
        {headline ?? <Skeleton className="w-80 max-w-full" />}
      </h1>
      <Facts status={status} now={now} isOnline={isOnline} />
    </div>
  );
}

function Facts({ status, now, isOnline }: { status: Status; now: number; isOnline: boolean }) {
  const at = status.data && lookedAt(status.data);
  const requestId = appErrorOf(status.error)?.requestId;
  if (status.error && isOnline)
    return (
      <div className="text-ui text-ink-2 page:pb-1.5 page:text-end">
        <p>
          {status.data
            ? m.status_facts_heard({ time: formatTime(status.dataUpdatedAt) })
            : m.status_facts_nothing_heard()}{" "}
          <Button weight="text" isBusy={status.isFetching} className="ms-0" onClick={() => void status.refetch()}>
            {m.status_facts_try_again()}
          </Button>
        </p>
        {requestId ? (
          <p className="text-micro text-ink-3 wrap-anywhere">{m.status_facts_reference({ id: requestId })}</p>
        ) : null}
      </div>
    );
  const line = "text-ui text-ink-2 page:w-80 page:flex-none page:pb-1.5 page:text-end";
  if (!status.data) return <p className={line}>{isOnline ? <Skeleton className="w-60" /> : null}</p>;
  if (!isOnline) return <p className={line}>{m.status_facts_heard({ time: formatTime(status.dataUpdatedAt) })}</p>;
  return (
    <p className={line}>
      {at ? `${m.status_facts_looked({ ago: formatAgo(at, now) })}. ` : null}
      {m.status_facts_renews()}
    </p>
  );
}

function sentenceOf(status: Status, { now, isOnline }: { now: number; isOnline: boolean }): string | null {
  if (status.error && isOnline) return m.status_headline_silent();
  if (status.data) return headlineOf(status.data, now);
  return isOnline ? null : m.status_headline_offline();
}
