import { countDocument } from "@muejam/prose/words";
import { expect, test } from "vitest";
import { readPeople, readStories } from "./library.ts";

const stories = readStories();

test("the library is a dozen stories by several people in several genres and scripts", () => {
  const people = new Set(readPeople().map(({ handle }) => handle));
  expect(stories).toHaveLength(12);
  expect(stories.filter(({ author }) => !people.has(author))).toEqual([]);
  expect(new Set(stories.map(({ author }) => author)).size).toBeGreaterThanOrEqual(5);
  expect(new Set(stories.flatMap(({ genres }) => genres)).size).toBeGreaterThanOrEqual(6);
  expect(stories.map(({ language }) => language)).toEqual(expect.arrayContaining(["ar", "ja"]));
});

test("at least six stories have a chapter that takes a while to read", () => {
  const long = stories.filter(({ chapters, language }) =>
    chapters.some(({ document }) => countDocument(document, language).words >= 1200),
  );
  expect(long.length).toBeGreaterThanOrEqual(6);
});

test("every id is its own and stays what it is", () => {
  const ids = stories.flatMap(({ id, chapters }) => [id, ...chapters.flatMap((one) => [one.id, one.journalId])]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readStories().map(({ id }) => id)).toEqual(stories.map(({ id }) => id));
});
