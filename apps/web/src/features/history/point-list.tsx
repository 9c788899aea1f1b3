import type { Revision, RevisionCause } from "@muejam/contracts/revision";
import { Button } from "@muejam/ui/button";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { formatDay, formatNumber, formatShortTime } from "../../lib/format.ts";
import type { Points } from "./use-history.ts";

type PointListProps = { storyId: string; chapterId: string; points: Points; chosen: string | null };

export function PointList({ storyId, chapterId, points, chosen }: PointListProps) {
  const known = points.data?.pages.flatMap(({ items }) => items);
  if (!known) return <p>{m.history_waiting()}</p>;
  if (known.length === 0)
    return (
      <div className="py-4">
        <h2 className="display text-h4">{m.history_empty_title()}</h2>
        <p className="mt-1 text-ui text-ink-2">{m.history_empty_body()}</p>
      </div>
    );
  return (
    <>
      {[...byDay(known)].map(([day, ofDay]) => (
        <section key={day} className="mb-5">
          <h2 className="mb-1 text-small text-ink-2">{day}</h2>
          <ol>
            {ofDay.map((point) => (
              <li key={point.id}>
                <Link
                  to="/write/$storyId/$chapterId/history"
                  params={{ storyId, chapterId }}
                  search={{ point: point.id }}
                  resetScroll={false}
                  aria-current={point.id === chosen || undefined}
                  className="history-point"
                >
                  <time dateTime={point.at}>{formatShortTime(point.at)}</time>
                  <span className="min-w-0">
                    <b className="block wrap-anywhere">{nameOf(point)}</b>
                    <span className="text-small text-ink-2">
                      {[
                        m.history_words({ count: point.words }),
                        point.by && m.history_by({ name: point.by.displayName }),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {points.hasNextPage ? (
        <Button isBusy={points.isFetchingNextPage} onClick={() => void points.fetchNextPage()}>
          {m.history_more()}
        </Button>
      ) : null}
    </>
  );
}

/** What somebody called it, or what it is. */
export function nameOf({ name, cause, edition }: Revision): string {
  const what = edition === null ? causes[cause]() : m.history_edition({ number: formatNumber(edition) });
  return name === null ? what : m.history_named({ name, what });
}

function byDay(points: readonly Revision[]): Map<string, Revision[]> {
  const days = new Map<string, Revision[]>();
  for (const point of points) days.set(formatDay(point.at), [...(days.get(formatDay(point.at)) ?? []), point]);
  return days;
}

const causes: Record<RevisionCause, () => string> = {
  pause: m.history_cause_pause,
  device: m.history_cause_device,
  merge: m.history_cause_merge,
  kept: m.history_cause_kept,
  published: m.history_cause_published,
  replaced: m.history_cause_replaced,
  restored: m.history_cause_restored,
};
