import type { Check, Component } from "@muejam/contracts/status";
import { Skeleton } from "@muejam/ui/skeleton";
import { StatusMark } from "@muejam/ui/status-mark";
import type { ReactNode } from "react";
import { m } from "#messages";
import { formatDay, formatNumber, formatTime, isSameDay } from "../../lib/format.ts";
import { names } from "./component-names.ts";
import { looksPerPage } from "./history-options.ts";
import { daysOf, type Look } from "./looks.ts";

type LookTableProps = { looks: Look[]; components: readonly Component[]; isPartial: boolean; now: number };

/** A ledger: a line for each look, a column for each part. */
export function LookTable({ looks, components, isPartial, now }: LookTableProps) {
  // The last look of a page may be cut in two; it waits for its other half.
  const isCut = isPartial && Object.keys(looks.at(-1)?.checks ?? {}).length < components.length;
  return (
    <Frame components={components}>
      {daysOf(isCut ? looks.slice(0, -1) : looks).map((day) => (
        <tbody key={formatDay(day.at)}>
          <DayRow components={components}>{dayName(day.at, now)}</DayRow>
          {day.looks.map((look) => (
            <tr key={look.at} data-look tabIndex={-1} className="border-b border-line hover:bg-well">
              <th scope="row" className="py-2.5 pe-3 text-start font-regular text-ink-2">
                <time dateTime={look.at}>{formatTime(look.at)}</time>
              </th>
              {components.map((component) => (
                <td key={component} className="py-2.5 pe-3">
                  <Cell check={look.checks[component]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </Frame>
  );
}

export function LookTableSkeleton({ components }: { components: readonly Component[] }) {
  return (
    <Frame components={components} isBusy>
      <tbody>
        <DayRow components={components}>
          <Skeleton className="w-20" />
        </DayRow>
        {Array.from({ length: looksPerPage }, (_, row) => (
          <tr key={row} className="border-b border-line">
            {[0, ...components].map((column) => (
              <td key={column} className="py-2.5 pe-3">
                <Skeleton className="w-14" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Frame>
  );
}

type FrameProps = { components: readonly Component[]; isBusy?: boolean; children: ReactNode };

function Frame({ components, isBusy = false, children }: FrameProps) {
  return (
    <table aria-labelledby="looks" aria-busy={isBusy} className="mt-4 w-full table-fixed text-small">
      <thead>
        <tr className="border-b border-line text-ink-2">
          <th scope="col" className="py-2 pe-3 text-start font-regular">
            {m.status_history_time()}
          </th>
          {components.map((component) => (
            <th key={component} scope="col" className="py-2 pe-3 text-start font-regular">
              {names[component]()}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function DayRow({ components, children }: { components: readonly Component[]; children: ReactNode }) {
  return (
    <tr className="border-b border-line">
      <th
        scope="rowgroup"
        colSpan={components.length + 1}
        className="pt-4 pb-2 text-start font-display text-talk font-semibold"
      >
        {children}
      </th>
    </tr>
  );
}

function Cell({ check }: { check: Check | undefined }) {
  if (!check)
    return (
      <span className="text-ink-3">
        <span aria-hidden="true">{m.status_no_figure()}</span>
        <span className="sr-only">{m.status_history_not_looked()}</span>
      </span>
    );
  if (!check.isUp) return <StatusMark tone="bad">{m.status_state_down()}</StatusMark>;
  return (
    <StatusMark tone="good">
      <span className="max-phone:sr-only">{m.status_state_up()}</span>
      <bdi className="text-ink">{m.status_took({ latencyMs: formatNumber(check.latencyMs) })}</bdi>
    </StatusMark>
  );
}

const dayName = (at: string, now: number) =>
  isSameDay(at, now) ? `${m.status_history_today()}, ${formatDay(at)}` : formatDay(at);
