import type { StoryCard } from "@muejam/contracts/story";
import { formatWeekday } from "../../lib/format.ts";
import { messages } from "./messages.ts";

type Dated = Pick<StoryCard, "title" | "lastPublishedAt">;

/** What happened on the newest day of a list, by the list alone: the same for whoever renders it, and whenever. */
export function headlineOf(latest: readonly Dated[]): string {
  const [newest] = latest;
  if (!newest) return messages.nothing;
  const day = formatWeekday(newest.lastPublishedAt);
  const count = latest.filter(({ lastPublishedAt }) => formatWeekday(lastPublishedAt) === day).length;
  if (count === 1) return messages.wentOne(newest.title, day);
  const word = messages.counts[count] ?? String(count);
  // The list is cut off somewhere.
  return messages.went(count === latest.length ? messages.atLeast(word) : word, day);
}
