import { expect, test } from "vitest";
import type { JournalHead, KeptPicture } from "./journal-db.ts";
import { unsentAmong } from "./unsent-work.ts";

const head = (chapterId: string, unsentSince: number | null, profileId = "mara"): JournalHead => ({
  profileId,
  chapterId,
  id: `journal of ${chapterId}`,
  storyId: "story",
  title: `Title of ${chapterId}`,
  touchedAt: 1,
  unsentSince,
});
const picture = (chapterId: string, key: string, file: Blob | null = new Blob(["a lamp"])): KeptPicture => ({
  profileId: "mara",
  chapterId,
  storyId: "story",
  key,
  addedAt: 5,
  file,
  picture: file ? null : { id: "id-1", width: 1, height: 1 },
});

test("whoever signs out is told of words and of pictures, each chapter once", () => {
  const heads = [head("one", 3), head("one", 4), head("two", null), head("three", 3, "somebody else")];
  const pictures = [picture("one", "a"), picture("one", "b"), picture("two", "c"), picture("two", "d", null)];
  const told = unsentAmong({ heads, pictures }, ["mara"]);
  expect(told.map(({ chapterId, title, pictures: count }) => [chapterId, title, count])).toEqual([
    ["one", "Title of one", 2],
    ["one", "Title of one", 0],
    ["two", "Title of two", 1],
  ]);
});

test("what the server has, and what is another face's, waits for nobody here", () => {
  expect(unsentAmong({ heads: [head("two", null)], pictures: [picture("two", "d", null)] }, ["mara"])).toEqual([]);
  expect(unsentAmong({ heads: [], pictures: [picture("one", "a")] }, ["somebody else"])).toEqual([]);
});
