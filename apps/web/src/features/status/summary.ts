import type { Check, Component, ComponentStatus, StatusNow } from "@muejam/contracts/status";
import { m } from "#messages";

import { formatList } from "../../lib/format.ts";
import { named } from "./component-names.ts";

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
  const among = (seen: Seen) => components.filter(({ latest }) => seenOf(latest, now) === seen);
  const down = among("down").map(({ component }) => component);
  if (down.length === components.length) return m.status_headline_all_down();
  if (down.length > 0) return downSentence(down);
  const stale = among("stale").length;
  if (stale > 0) return stale === components.length ? m.status_headline_stale_all() : m.status_headline_stale_some();
  const unseen = among("unseen").length;
  if (unseen > 0)
    return unseen === components.length ? m.status_headline_unseen_all() : m.status_headline_unseen_some();
  const reports = components.reduce((sum, { troubleCount }) => sum + troubleCount, 0);
  return reports > 0 ? m.status_headline_up_with_reports({ count: reports }) : m.status_headline_all_up();
}

function downSentence(down: readonly Component[]): string {
  const list = formatList(down.map((component) => named[component]()));
  const areMany = down.length > 1 || down[0] === "jobs";
  return m.status_headline_down({
    list: list.charAt(0).toLocaleUpperCase() + list.slice(1),
    many: areMany ? "true" : "false",
  });
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
