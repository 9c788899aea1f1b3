import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "./document.ts";
import { rebase } from "./rebase.ts";
import { countingIds, many, mustBeValid } from "./test/arbitrary-document.ts";
import { marksIn, threeVersions } from "./test/arbitrary-edits.ts";
import { chapter, paragraph } from "./test/make-document.ts";
import { walk } from "./walk.ts";

const [one, two, three] = [paragraph(1, "One."), paragraph(2, "Two."), paragraph(3, "Three.")];
const base = chapter(one, two, three);
const texts = (document: Document) => Array.from(walk(document), ({ text }) => text);
const merged = (mine: Document, theirs: Document) => texts(rebase({ base, mine, theirs, makeId: countingIds("n") }));

test.each([
  [
    "each changed another block",
    [one, paragraph(2, "Mine."), three],
    [one, two, paragraph(3, "Theirs.")],
    ["One.", "Mine.", "Theirs."],
  ],
  [
    "both changed one",
    [one, paragraph(2, "Mine."), three],
    [one, paragraph(2, "Theirs."), three],
    ["One.", "Theirs.", "Mine.", "Three."],
  ],
  [
    "both changed one alike",
    [one, paragraph(2, "Same."), three],
    [one, paragraph(2, "Same."), three],
    ["One.", "Same.", "Three."],
  ],
  ["I removed what they changed", [one, three], [one, paragraph(2, "Theirs."), three], ["One.", "Theirs.", "Three."]],
  ["they removed what I changed", [one, paragraph(2, "Mine."), three], [one, three], ["One.", "Mine.", "Three."]],
  ["both removed one each", [one, two], [two, three], ["Two."]],
  ["nothing is left of either", [one], [two, three], [""]],
  [
    "both added behind one block",
    [one, paragraph(8, "Mine."), two, three],
    [one, paragraph(9, "Theirs."), two, three],
    ["One.", "Mine.", "Theirs.", "Two.", "Three."],
  ],
  ["I added at the start", [paragraph(8, "Mine."), one, two, three], [two, three], ["Mine.", "Two.", "Three."]],
  ["I moved, they changed", [three, one, two], [one, two, paragraph(3, "Theirs.")], ["Theirs.", "One.", "Two."]],
])("%s", (_, mine, theirs, expected) => {
  expect(merged(chapter(...mine), chapter(...theirs))).toEqual(expected);
});

test("whatever both sides did, it is a document, and holds every word that neither took away", () => {
  fc.assert(
    fc.property(threeVersions, (versions) => {
      const document = mustBeValid(rebase({ ...versions, makeId: countingIds("r") }));
      const held = new Set(marksIn(document));
      const inBase = new Set(marksIn(versions.base));
      const [mine, theirs] = [new Set(marksIn(versions.mine)), new Set(marksIn(versions.theirs))];
      expect([...mine, ...theirs].filter((mark) => !inBase.has(mark) && !held.has(mark))).toEqual([]);
      expect([...inBase].filter((mark) => mine.has(mark) && theirs.has(mark) && !held.has(mark))).toEqual([]);
    }),
    many,
  );
});

test("whoever did nothing gets the other's version, and a merge on its own base is mine", () => {
  fc.assert(
    fc.property(threeVersions, ({ base: start, mine, theirs }) => {
      expect(rebase({ base: start, mine: start, theirs })).toEqual(theirs);
      expect(rebase({ base: start, mine, theirs: start })).toEqual(mine);
      expect(rebase({ base: start, mine, theirs: mine })).toEqual(mine);
    }),
    many,
  );
});
