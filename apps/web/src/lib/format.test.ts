import { expect, test } from "vitest";
import { formatAgo, formatDay, formatMinutes } from "./format.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

test.each([
  [0, "just now"],
  [-90_000, "just now"],
  [9_999, "5 s ago"],
  [59_999, "55 s ago"],
  [60_000, "1 min ago"],
  [3_599_000, "59 min ago"],
  [3_600_000, "1 h ago"],
  [23.9 * 3_600_000, "23 h ago"],
])("%d ms ago reads %s", (age, words) => {
  expect(formatAgo(new Date(now - age).toISOString(), now)).toBe(words);
});

test("after a day only the day is named", () => {
  const at = new Date(now - 50 * 3_600_000).toISOString();
  expect(formatAgo(at, now)).toBe(formatDay(at));
});

test.each([
  [0.2, "1 min"],
  [14.4, "14 min"],
  [60, "1 h"],
  [320, "5 h 20 min"],
])("%d minutes read %s", (minutes, words) => {
  expect(formatMinutes(minutes).replaceAll("\u00a0", " ")).toBe(words);
});
