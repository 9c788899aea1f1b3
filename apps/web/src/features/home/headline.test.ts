import { expect, test } from "vitest";
import { headlineOf } from "./headline.ts";

const on = (day: number, title = "Signal Box 14") => ({ title, lastPublishedAt: `2026-10-${day}T23:10:00.000Z` });

test.each([
  ["nothing yet", [], "Nothing has been published here yet"],
  ["one story", [on(16), on(15)], "Signal Box 14 continued on Friday 16 October"],
  ["some stories", [on(16), on(16), on(16), on(12)], "Three stories continued on Friday 16 October"],
  [
    "as many as the list holds",
    Array.from({ length: 8 }, () => on(16)),
    "More than seven stories continued on Friday 16 October",
  ],
])("%s", (_, latest, words) => {
  expect(headlineOf(latest)).toBe(words);
});
