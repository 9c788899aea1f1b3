import type { Check, Component } from "@muejam/contracts/status";
import { isSameDay } from "../../lib/format.ts";

/** What was seen at one instant: a ledger's line. */
export type Look = { at: string; checks: Partial<Record<Component, Check>> };
export type Day = { at: string; looks: Look[] };

/** Checks come newest first; those of one instant are one look. */
export function looksOf(checks: readonly Check[]): Look[] {
  const looks: Look[] = [];
  for (const check of checks) {
    const last = looks.at(-1);
    if (last?.at === check.checkedAt) last.checks[check.component] = check;
    else looks.push({ at: check.checkedAt, checks: { [check.component]: check } });
  }
  return looks;
}

export function daysOf(looks: readonly Look[]): Day[] {
  const days: Day[] = [];
  for (const look of looks) {
    const last = days.at(-1);
    if (last && isSameDay(last.at, look.at)) last.looks.push(look);
    else days.push({ at: look.at, looks: [look] });
  }
  return days;
}
