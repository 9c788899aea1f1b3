import { expect, test } from "vitest";
import { readGoal, readTally, tallied, writtenOf } from "./goal.ts";

const evening = new Date(2026, 3, 1, 23, 30).getTime();
const minute = 60_000;

test("words of a day and of a sitting add up, and those taken away are taken off", () => {
  const first = tallied(null, 120, evening);
  const second = tallied(first, -20, evening + minute);
  expect([writtenOf(second, "today", evening), writtenOf(second, "sitting", evening)]).toEqual([100, 100]);
});

test("midnight ends the day and not the sitting, an hour's rest the sitting and not the day", () => {
  const late = tallied(tallied(null, 100, evening), 50, evening + 40 * minute);
  expect(late).toMatchObject({ today: 50, sitting: 150 });
  const rested = tallied(late, 10, late.lastAt + 61 * minute);
  expect(rested).toMatchObject({ today: 60, sitting: 10 });
  expect(writtenOf(rested, "sitting", rested.lastAt + 61 * minute)).toBe(0);
  expect(writtenOf(rested, "today", rested.lastAt + 61 * minute)).toBe(60);
});

test("whoever cuts more than they wrote owes nothing", () => {
  expect(writtenOf(tallied(null, -500, evening), "today", evening)).toBe(0);
});

test("what was kept is read again, and what became of it otherwise is nothing", () => {
  const tally = tallied(null, 5, evening);
  expect(readTally(JSON.stringify(tally))).toEqual(tally);
  for (const kept of ["", "null", "7", "{", '{"day":1}', '{"day":"x","today":"1","sitting":1,"lastAt":1}'])
    expect([readTally(kept), readGoal(kept)]).toEqual([null, { words: 0, kind: "today" }]);
  expect(readGoal('{"words":500,"kind":"sitting"}')).toEqual({ words: 500, kind: "sitting" });
  expect(readGoal('{"words":0.5,"kind":"year"}')).toEqual({ words: 0, kind: "today" });
});
