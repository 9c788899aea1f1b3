import type { Position } from "@muejam/contracts/reading";
import { expect, test } from "vitest";
import { nextStep, threadsBegun, threadsOf } from "./standing.ts";

const chapters = [1, 2, 3, 5].map((number) => ({
  id: String(number),
  number,
  title: "",
  words: 1000,
  publishedAt: `2026-10-0${number}T00:00:00.000Z`,
}));

const inChapter = (chapterNumber: number, perMille: number, furthest = chapterNumber): Position => ({
  storyId: "s",
  current: {
    chapterId: String(chapterNumber),
    chapterNumber,
    perMille,
    edition: 1,
    block: "k4",
    offset: 0,
    quote: "",
    prefix: "",
    suffix: "",
    device: "phone",
    at: "2026-10-04T00:00:00.000Z",
  },
  furthest: { chapterNumber: furthest, perMille: 1000 },
});

test("nobody has read anything yet", () => {
  expect(threadsOf(chapters, null)).toEqual(["unread", "unread", "unread", "unread"]);
});

test("what is behind is read, and what came since is new", () => {
  expect(threadsOf(chapters, inChapter(2, 380))).toEqual(["read", { here: 380 }, "unread", "new"]);
});

test("going back unreads nothing", () => {
  expect(threadsOf(chapters, inChapter(1, 10, 3))).toEqual([{ here: 10 }, "read", "read", "new"]);
});

test("one reads on where one stopped, then with the next chapter, until there is none", () => {
  expect(nextStep(chapters, inChapter(3, 380))).toMatchObject({ chapter: { number: 3 }, hash: "b-k4" });
  expect(nextStep(chapters, inChapter(3, 1000))).toEqual({ chapter: chapters[3] });
  expect(nextStep(chapters, inChapter(5, 1000))).toBeNull();
});

test("from counts alone", () => {
  const story = { chapterCount: 4, lastPublishedAt: "2026-10-05T00:00:00.000Z" };
  const begun = (position: Position, unread: number) =>
    threadsBegun({ story, position, unread, next: null } as Parameters<typeof threadsBegun>[0]);
  expect(begun(inChapter(2, 380), 2)).toEqual(["read", { here: 380 }, "unread", "new"]);
  expect(begun(inChapter(1, 5, 2), 2)).toEqual([{ here: 5 }, "read", "unread", "new"]);
  expect(begun(inChapter(5, 1000), 0)).toEqual(["read", "read", "read", "read"]);
});
