import type { StoryCard } from "@muejam/contracts/story";
import { m } from "#messages";
import { formatWeekday } from "../../lib/format.ts";

type Dated = Pick<StoryCard, "title" | "lastPublishedAt">;

/** What happened on the newest day of a list, by the list alone: the same for whoever renders it, and whenever. */
export function headlineOf(latest: readonly Dated[]): string {
  const [newest] = latest;
  if (!newest) return m.home_nothing();
  const day = formatWeekday(newest.lastPublishedAt);
  const count = latest.filter(({ lastPublishedAt }) => formatWeekday(lastPublishedAt) === day).length;
  if (count === 1) return m.home_went_one({ title: newest.title, day });
  // A list that is full of one day was cut off somewhere in it.
  return m.home_went({ count, day });
}
