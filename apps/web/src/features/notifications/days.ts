import type { Notification } from "@muejam/contracts/notification";
import { isSameDay } from "../../lib/format.ts";

export type Day = { at: string; told: Notification[] };

/** Newest first, as they come. */
export function daysOf(all: readonly Notification[]): Day[] {
  const days: Day[] = [];
  for (const one of all) {
    const last = days.at(-1);
    if (last && isSameDay(last.at, one.at)) last.told.push(one);
    else days.push({ at: one.at, told: [one] });
  }
  return days;
}
