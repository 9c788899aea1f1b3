import type { Position } from "@muejam/contracts/reading";
import { expect, test } from "vitest";
import { sentenceOf } from "./stitch-of.tsx";

const position = {
  storyId: "s",
  current: {
    chapterId: "c",
    chapterNumber: 23,
    perMille: 384,
    edition: 1,
    block: "k4",
    offset: 0,
    quote: "",
    prefix: "",
    suffix: "",
    device: "phone",
    at: "2026-10-16T00:00:00.000Z",
  },
  furthest: { chapterNumber: 23, perMille: 384 },
} satisfies Position;

test("the stitch in a sentence", () => {
  expect(sentenceOf(["unread", "unread"], null)).toBe("2 chapters");
  expect(sentenceOf(["read", "read", { here: 384 }, "new"], position)).toBe("2 of 4 read, chapter 23 at 38 %, 1 new");
  expect(sentenceOf(["read"], position)).toBe("1 of 1 read");
});
