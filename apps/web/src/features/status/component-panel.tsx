import type { Component, ComponentStatus } from "@muejam/contracts/status";
import { Skeleton } from "@muejam/ui/skeleton";
import { StatusMark, type Tone } from "@muejam/ui/status-mark";
import type { ReactNode } from "react";
import { m } from "#messages";
import { formatAgo, formatNumber } from "../../lib/format.ts";
import { effects, names, purposes } from "./component-names.ts";
import { type Seen, seenOf } from "./summary.ts";
import { TroubleReport } from "./trouble-report.tsx";

const tones: Record<Seen, Tone> = { up: "good", down: "bad", unseen: "waiting", stale: "waiting" };

const states: Record<Seen, () => string> = {
  up: m.status_state_up,
  down: m.status_state_down,
  unseen: m.status_state_unseen,
  stale: m.status_state_stale,
};

type PanelProps = { component: Component; status: ComponentStatus | undefined; isLost: boolean; now: number };

/** The same lines whether or not the status has come, so that nothing moves when it does. */
export function ComponentPanel({ component, status, isLost, now }: PanelProps) {
  const seen = status && seenOf(status.latest, now);
  const latest = status?.latest;
  const count = status?.troubleCount ?? 0;
  const absent = (width: string) => (isLost ? m.status_no_figure() : <Skeleton className={width} />);
  return (
    <section
      aria-labelledby={`part-${component}`}
      className="border-line py-6 not-first:border-t wide:not-first:border-s wide:not-first:border-t-0 wide:px-7 wide:first:ps-0 wide:last:pe-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={`part-${component}`} className="display text-h3">
          {names[component]()}
        </h2>
        {seen ? (
          <StatusMark tone={tones[seen]}>{states[seen]()}</StatusMark>
        ) : isLost ? (
          <StatusMark tone="waiting">{m.status_state_unknown()}</StatusMark>
        ) : (
          <Skeleton className="w-10" />
        )}
      </div>
      <p className="mt-1 text-ui text-ink-2">{(seen === "down" ? effects : purposes)[component]()}</p>
      <dl className="mt-5 grid grid-cols-2 gap-4">
        <Figure caption={latest ? captionOf(latest.isUp, formatAgo(latest.checkedAt, now)) : m.status_not_looked()}>
          {status ? (
            <bdi>
              {latest?.isUp ? m.status_took({ latencyMs: formatNumber(latest.latencyMs) }) : m.status_no_figure()}
            </bdi>
          ) : (
            absent("w-14")
          )}
        </Figure>
        <Figure caption={m.status_reports({ count })}>
          {status ? (
            <span className={count > 0 ? "text-marmalade-ink" : ""}>{formatNumber(count)}</span>
          ) : (
            absent("w-6")
          )}
        </Figure>
      </dl>
      <TroubleReport component={component} hasCompany={count > 0 || seen === "down"} now={now} />
    </section>
  );
}

function Figure({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-small text-ink-2">{caption}</dt>
      <dd className="display text-h3">{children}</dd>
    </div>
  );
}

const captionOf = (isUp: boolean, ago: string) => (isUp ? m.status_answered({ ago }) : m.status_unanswered({ ago }));
