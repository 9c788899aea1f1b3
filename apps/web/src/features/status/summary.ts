import type { Check, Component, ComponentStatus, StatusNow } from "@muejam/contracts/status";
import { messages } from "./messages.ts";

export type Seen = "up" | "down" | "unseen" | "stale";

/** Parts are looked at once a minute; a clock may be a few minutes off before we mistrust the looks. */
const staleAfterMs = 10 * 60_000;

export function seenOf(latest: Check | null, now: number): Seen {
  if (!latest) return "unseen";
  if (now - Date.parse(latest.checkedAt) > staleAfterMs) return "stale";
  return latest.isUp ? "up" : "down";
}

/** Whether everything is up, in one sentence. */
export function headlineOf({ components }: StatusNow, now: number): string {
  const words = messages.headline;
  const among = (seen: Seen) => components.filter(({ latest }) => seenOf(latest, now) === seen);
  const down = among("down").map(({ component }) => component);
  if (down.length === components.length) return words.allDown;
  if (down.length > 0) return words.down(down);
  const stale = among("stale").length;
  if (stale > 0) return words.stale(stale === components.length);
  const unseen = among("unseen").length;
  if (unseen > 0) return words.unseen(unseen === components.length);
  const reports = components.reduce((sum, { troubleCount }) => sum + troubleCount, 0);
  return reports > 0 ? words.upWithReports(reports) : words.allUp;
}

/** The latest look at any part. */
export function lookedAt({ components }: StatusNow): string | null {
  const instants = components.flatMap(({ latest }) => latest?.checkedAt ?? []);
  return instants.toSorted().at(-1) ?? null;
}

/** The same status with one more or one fewer report, for the time until the server answers. */
export function withReport(status: StatusNow, component: Component, step: 1 | -1): StatusNow {
  const counted = (part: ComponentStatus) =>
    part.component === component ? { ...part, troubleCount: Math.max(0, part.troubleCount + step) } : part;
  return { components: status.components.map(counted) };
}
