/** What was written on this device: on one day, and since the last long rest. Words taken away count as not written. */
export type Tally = { day: string; today: number; sitting: number; lastAt: number };
export const goalKinds = ["today", "sitting"] as const;
/** Nought is no goal. */
export type Goal = { words: number; kind: (typeof goalKinds)[number] };

export const goalMax = 100_000;
const restMs = 60 * 60_000;

/** A day ends at midnight where its author is, a sitting with an hour's rest. */
export function tallied(tally: Tally | null, gained: number, at: number): Tally {
  const day = dayOf(at);
  const isSameSitting = tally !== null && at - tally.lastAt < restMs;
  return {
    day,
    today: (tally?.day === day ? tally.today : 0) + gained,
    sitting: (isSameSitting ? tally.sitting : 0) + gained,
    lastAt: at,
  };
}

/** Never less than nothing: whoever cuts a chapter owes no words. */
export function writtenOf(tally: Tally | null, kind: Goal["kind"], at: number): number {
  return Math.max(0, tallied(tally, 0, at)[kind]);
}

/** What a browser kept, whatever became of it since. */
export function readTally(kept: string): Tally | null {
  const { day, today, sitting, lastAt } = parsed(kept);
  if (typeof day !== "string" || !isNumber(today) || !isNumber(sitting) || !isNumber(lastAt)) return null;
  return { day, today, sitting, lastAt };
}

export function readGoal(kept: string): Goal {
  const { words, kind } = parsed(kept);
  return {
    words: isNumber(words) && Number.isInteger(words) && words > 0 && words <= goalMax ? words : 0,
    kind: kind === "sitting" ? kind : "today",
  };
}

function parsed(kept: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
