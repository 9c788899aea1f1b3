import { expect, test } from "vitest";
import { causeOfPoint, thinned } from "./draft.points.policy.ts";

const now = new Date("2026-11-20T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const head = {
  version: 7,
  updatedAt: ago(1),
  journalId: "mine",
  pointVersion: 3,
  pointAt: ago(20),
  pointCause: "pause",
};

test.each([
  ["somebody goes on writing", head, "mine", null],
  ["somebody comes back", { ...head, updatedAt: ago(5) }, "mine", "pause"],
  ["another device takes over", head, "another", "device"],
  ["the first save of all", { ...head, version: 0, updatedAt: ago(60) }, "mine", null],
  ["a draft that is kept already", { ...head, pointVersion: 7, updatedAt: ago(60) }, "another", null],
  ["two who write in turns", { ...head, pointAt: ago(4) }, "another", null],
  ["two who begin", { ...head, pointVersion: null, pointAt: null }, "another", "device"],
  ["a draft whose journal is thinned away", { ...head, journalId: null }, "another", null],
])("%s", (_, before, journalId, cause) => {
  expect(causeOfPoint(before, now, { journalId })).toBe(cause);
});

test.each([
  ["two versions meet", head, "another", "merge"],
  ["a tab puts in what a tab of before had left", head, "mine", "merge"],
  ["they meet soon after one took over", { ...head, pointAt: ago(4), pointCause: "device" }, "another", "merge"],
  ["they meet each second", { ...head, pointAt: ago(4), pointCause: "merge" }, "another", null],
  ["they meet again after a while", { ...head, pointAt: ago(5), pointCause: "merge" }, "another", "merge"],
  ["they meet after a pause", { ...head, updatedAt: ago(6) }, "another", "pause"],
])("%s", (_, before, journalId, cause) => {
  expect(causeOfPoint(before, now, { journalId, isMerge: true })).toBe(cause);
});

const hour = 60;
const day = 24 * hour;
const idsOf = (...minutes: number[]) => minutes.map((at) => ({ id: String(at), at: ago(at) }));

test.each([
  ["all of a day stay", idsOf(1, 2, 3, 23 * hour), []],
  ["then the last of each hour", idsOf(2 * day, 2 * day + 1, 2 * day + 59, 2 * day + 61), ["2939"]],
  ["then the last of each day", idsOf(8 * day, 8 * day + 60, 9 * day), ["11580"]],
  ["then the last of each week", idsOf(100 * day, 101 * day, 102 * day, 108 * day), ["145440", "146880"]],
])("%s", (_, points, gone) => {
  expect(thinned(points, now)).toEqual(gone);
});

test("what is thin already stays as it is", () => {
  const points = idsOf(...Array.from({ length: 3000 }, (_, n) => n * 37));
  const gone = new Set(thinned(points, now));
  expect(gone.size).toBeGreaterThan(1000);
  expect(
    thinned(
      points.filter(({ id }) => !gone.has(id)),
      now,
    ),
  ).toEqual([]);
});
