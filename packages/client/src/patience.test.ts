import { expect, test } from "vitest";
import { MuejamError } from "./error.ts";
import { backOffMs, waitMs } from "./patience.ts";

const busy = (retryAfterMs?: number) => new MuejamError({ code: "OVERLOADED", message: "No.", retryAfterMs });

test("waits twice as long each time, never quite as long as others, and never for ever", () => {
  for (const [failures, most] of [
    [0, 500],
    [1, 1000],
    [3, 4000],
    [40, 8000],
  ] as const) {
    const waits = Array.from({ length: 200 }, () => backOffMs(failures, 8000));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(most / 2);
    expect(Math.max(...waits)).toBeLessThanOrEqual(most);
    expect(new Set(waits).size).toBeGreaterThan(100);
  }
});

test("waits at least as long as it was asked to, unless that is too long", () => {
  const waits = Array.from({ length: 200 }, () => waitMs(0, busy(7000)) ?? 0);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(7000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(7250);
  expect(waitMs(0, busy(66_000))).toBeNull();
});
