import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, changeBetween } from "./change.ts";
import { many } from "./test/arbitrary-document.ts";
import { threeVersions } from "./test/arbitrary-edits.ts";
import { attrs, chapter, longChapter, paragraph } from "./test/make-document.ts";

const idOf = (n: number) => attrs(n).id;
const [one, two, three, four] = [paragraph(1, "One."), paragraph(2, "Two."), paragraph(3, "Three."), paragraph(4)];

test.each([
  ["nothing", chapter(one, two), chapter(one, two), [], []],
  ["a word", chapter(one, two), chapter(one, paragraph(2, "2.")), [], [[idOf(1), idOf(2)]]],
  ["a new first block", chapter(one), chapter(two, one), [], [[null, idOf(2)]]],
  ["a block that is gone", chapter(one, two), chapter(two), [idOf(1)], []],
  ["the last that comes first", chapter(one, two, three, four), chapter(four, one, two, three), [], [[null, idOf(4)]]],
  ["the first that comes last", chapter(one, two, three), chapter(two, three, one), [], [[idOf(3), idOf(1)]]],
])("only what has changed travels: %s", (_, before, after, removed, placed) => {
  const change = changeBetween(before, after);
  expect(change.removed).toEqual(removed);
  expect(change.placed.map(({ after: behind, block }) => [behind, block.attrs.id])).toEqual(placed);
});

test("the order of keys is no change", () => {
  const reordered = JSON.parse(
    `{"content":${JSON.stringify(one.content)},"attrs":{"lang":null,"id":"${idOf(1)}","dir":null},"type":"paragraph"}`,
  );
  expect(changeBetween(chapter(one), chapter(reordered)).placed).toEqual([]);
});

test("what changed between two versions makes the second of the first, over the wire too", () => {
  fc.assert(
    fc.property(threeVersions, ({ mine, theirs }) => {
      const change = JSON.parse(JSON.stringify(changeBetween(mine, theirs)));
      expect(applyChange(mine, change)).toEqual(theirs);
    }),
    many,
  );
});

test("a block behind one that is not there is no guess", () => {
  const document = chapter(one, two);
  expect(applyChange(document, { removed: [], placed: [{ after: idOf(9), block: three }] })).toBeNull();
  expect(applyChange(document, { removed: [idOf(1)], placed: [{ after: idOf(1), block: three }] })).toBeNull();
  expect(applyChange(document, { removed: [], placed: [{ after: idOf(1), block: one }] })).toBeNull();
  expect(applyChange(document, { removed: [idOf(9)], placed: [] })).toEqual(document);
});

test("a chapter turned around, block by block, is no work of hours", () => {
  const long = longChapter(1_500_000);
  const turned = { ...long, content: long.content.toReversed() };
  const started = performance.now();
  const change = changeBetween(long, turned);
  expect(applyChange(long, change)).toEqual(turned);
  expect(change.placed).toHaveLength(long.content.length - 1);
  expect(performance.now() - started).toBeLessThan(5000);
});
