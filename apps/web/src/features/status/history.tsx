import type { Component } from "@muejam/contracts/status";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { ListFoot } from "../../lib/list-foot.tsx";
import { components } from "./components.ts";
import { EmptyHistory, FailedHistory } from "./history-absence.tsx";
import { HistoryFilter } from "./history-filter.tsx";
import { historyOptions } from "./history-options.ts";
import { LookTable, LookTableSkeleton } from "./look-table.tsx";
import { looksOf } from "./looks.ts";

type HistoryProps = { component: Component | undefined; renewEveryMs: number; now: number };

export function History({ component, renewEveryMs, now }: HistoryProps) {
  const cache = useQueryClient();
  const options = historyOptions(useApi(), component);
  const list = useInfiniteQuery({
    ...options,
    placeholderData: keepPreviousData,
    // With older looks open the list stands still, so that nothing moves under the reader.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : renewEveryMs),
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
  });
  const shown = component ? [component] : components;
  const checks = list.data?.pages.flatMap((page) => page.items) ?? [];
  const hasOlderOpen = (list.data?.pages.length ?? 0) > 1;

  return (
    <section aria-labelledby="looks" className="min-w-0">
      <h2 id="looks" className="sr-only">
        {m.status_history_heading()}
      </h2>
      <HistoryFilter />
      <p className="pt-2.5 text-small text-ink-3">
        {hasOlderOpen ? m.status_history_still() : m.status_history_renewing()}{" "}
        {hasOlderOpen ? (
          <button
            type="button"
            className="link"
            onClick={() => void cache.resetQueries({ queryKey: options.queryKey, exact: true })}
          >
            {m.status_history_newest()}
          </button>
        ) : null}
      </p>
      {list.isPending ? <LookTableSkeleton components={shown} /> : null}
      {list.isError && !list.data ? (
        <FailedHistory error={list.error} isBusy={list.isFetching} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && checks.length === 0 ? <EmptyHistory /> : null}
      {checks.length > 0 ? (
        <>
          <LookTable looks={looksOf(checks)} components={shown} isPartial={list.hasNextPage} now={now} />
          <ListFoot
            list={list}
            items="[data-look]"
            words={{
              more: m.status_history_older(),
              fetching: m.status_history_fetching(),
              end: m.status_history_end(),
            }}
          />
        </>
      ) : null}
    </section>
  );
}
