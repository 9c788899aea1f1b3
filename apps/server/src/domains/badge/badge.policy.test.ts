import { expect, test } from "vitest";
import { earned, type Facts } from "./badge.policy.ts";

const nothing: Facts = { firstChapter: null, completedStoryId: null, storyCount: 0, followerCount: 0, weeks: [] };
const run = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);

test.each<[string, Partial<Facts>, string[]]>([
  ["nothing", {}, []],
  ["a chapter in time", { firstChapter: { id: "c", at: "2027-12-31T23:59:59.999Z" } }, ["first-chapter", "early"]],
  ["a chapter later", { firstChapter: { id: "c", at: "2028-01-01T00:00:00.000Z" } }, ["first-chapter"]],
  ["nine stories, 99 followers", { storyCount: 9, followerCount: 99 }, []],
  ["ten stories", { storyCount: 10 }, ["prolific"]],
  ["a hundred followers", { followerCount: 100 }, ["popular"]],
  ["a completed story", { completedStoryId: "s" }, ["finisher"]],
  ["seven weeks in a row, twice", { weeks: [...run(3, 7), ...run(20, 7)] }, []],
  ["eight weeks in a row after a gap", { weeks: [1, ...run(3, 8), 40] }, ["streak"]],
])("%s", (_, facts, kinds) => {
  expect(earned({ ...nothing, ...facts }).map(({ kind }) => kind)).toEqual(kinds);
});

test("a badge names what it was given for", () => {
  const facts = { ...nothing, firstChapter: { id: "c1", at: "2026-12-01T00:00:00.000Z" }, completedStoryId: "s1" };
  expect(earned(facts).map(({ cause }) => cause)).toEqual(["chapter:c1", "chapter:c1", "story:s1"]);
});
