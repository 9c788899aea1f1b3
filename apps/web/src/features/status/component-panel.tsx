import type { Component, ComponentStatus } from "@muejam/contracts/status";
import { Skeleton } from "@muejam/ui/skeleton";
import { StatusMark, type Tone } from "@muejam/ui/status-mark";
import type { ReactNode } from "react";
import { formatAgo, formatNumber } from "../../lib/format.ts";
import { messages } from "./messages.ts";
import { type Seen, seenOf } from "./summary.ts";
import { TroubleReport } from "./trouble-report.tsx";

const tones: Record<Seen, Tone> = { up: "good", down: "bad", unseen: "waiting", stale: "waiting" };

type PanelProps = { component: Component; status: ComponentStatus | undefined; isLost: boolean; now: number };

/** The same lines whether or not the status has come, so that nothing moves when it does. */
export function ComponentPanel({ component, status, isLost, now }: PanelProps) {
  const seen = status && seenOf(status.latest, now);
  const latest = status?.latest;
  const count = status?.troubleCount ?? 0;
  const absent = (width: string) => (isLost ? messages.noFigure : <Skeleton className={width} />);
  return (
    <section
      aria-labelledby={`part-${component}`}
      className="border-line py-6 not-first:border-t wide:not-first:border-s wide:not-first:border-t-0 wide:px-7 wide:first:ps-0 wide:last:pe-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={`part-${component}`} className="display text-h3">
          {messages.names[component]}
        </h2>
        {seen ? (
          <StatusMark tone={tones[seen]}>{messages.state[seen]}</StatusMark>
        ) : isLost ? (
          <StatusMark tone="waiting">{messages.state.unknown}</StatusMark>
        ) : (
          <Skeleton className="w-10" />
        )}
      </div>
      <p className="mt-1 text-ui text-ink-2">{messages[seen === "down" ? "effect" : "purpose"][component]}</p>
      <dl className="mt-5 grid grid-cols-2 gap-4">
        <Figure caption={latest ? captionOf(latest.isUp, formatAgo(latest.checkedAt, now)) : messages.notLooked}>
          {status ? <bdi>{latest?.isUp ? messages.took(latest.latencyMs) : messages.noFigure}</bdi> : absent("w-14")}
        </Figure>
        <Figure caption={messages.reports(count)}>
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

const captionOf = (isUp: boolean, ago: string) => (isUp ? messages.answered(ago) : messages.unanswered(ago));
