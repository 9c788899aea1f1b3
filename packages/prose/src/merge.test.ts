import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "./document.ts";
import { merge } from "./merge.ts";
import { many, mustBeValid } from "./test/arbitrary-document.ts";
import { marksIn, threeVersions, versionsWithWordsOnce } from "./test/arbitrary-edits.ts";
import { chapter, paragraph } from "./test/make-document.ts";
import { walk } from "./walk.ts";

const [one, two, three] = [paragraph(1, "One."), paragraph(2, "Two."), paragraph(3, "Three.")];
const base = chapter(one, two, three);
const texts = (document: Document) => Array.from(walk(document), ({ text }) => text);

test.each([
  [
    "each changed another block",
    [one, paragraph(2, "Mine."), three],
    [one, two, paragraph(3, "Theirs.")],
    ["One.", "Mine.", "Theirs."],
  ],
  [
    "both changed one alike",
    [one, paragraph(2, "Same."), three],
    [one, paragraph(2, "Same."), three],
    ["One.", "Same.", "Three."],
  ],
  ["both removed one each", [one, two], [two, three], ["Two."]],
  ["nothing is left of either", [one], [two, three], [""]],
  [
    "both added behind one block",
    [one, paragraph(8, "Mine."), two, three],
    [one, paragraph(9, "Theirs."), two, three],
    ["One.", "Theirs.", "Mine.", "Two.", "Three."],
  ],
  ["I added at the start", [paragraph(8, "Mine."), one, two, three], [two, three], ["Mine.", "Two.", "Three."]],
  ["I moved, they changed", [three, one, two], [one, two, paragraph(3, "Theirs.")], ["Theirs.", "One.", "Two."]],
])("%s", (_, mine, theirs, expected) => {
  const { document, conflicts } = merge({ base, mine: chapter(...mine), theirs: chapter(...theirs) });
  expect(texts(document)).toEqual(expected);
  expect(conflicts).toEqual([]);
});

test("whatever both sides did, it is a document, and holds every word that neither took away", () => {
  fc.assert(
    fc.property(threeVersions, (versions) => {
      const document = mustBeValid(merge(versions).document);
      const held = new Set(marksIn(document));
      const inBase = new Set(marksIn(versions.base));
      const [mine, theirs] = [new Set(marksIn(versions.mine)), new Set(marksIn(versions.theirs))];
      expect([...mine, ...theirs].filter((mark) => !inBase.has(mark) && !held.has(mark))).toEqual([]);
      expect([...inBase].filter((mark) => mine.has(mark) && theirs.has(mark) && !held.has(mark))).toEqual([]);
    }),
    many,
  );
});

test("whoever did nothing gets the other's version, the very same blocks", () => {
  fc.assert(
    fc.property(threeVersions, ({ base: start, mine, theirs }) => {
      expect(merge({ base: start, mine: start, theirs })).toEqual({ document: theirs, conflicts: [] });
      expect(merge({ base: start, mine, theirs: start })).toEqual({ document: mine, conflicts: [] });
      const both = merge({ base: start, mine, theirs: structuredClone(mine) });
      expect(both).toEqual({ document: mine, conflicts: [] });
      expect(both.document.content.every((block, index) => block === mine.content[index])).toBe(true);
    }),
    many,
  );
});

test("it does not matter who merges", () => {
  fc.assert(
    fc.property(threeVersions, ({ base: start, mine, theirs }) => {
      const here = merge({ base: start, mine, theirs });
      const there = merge({ base: start, mine: theirs, theirs: mine });
      expect(there.document).toEqual(here.document);
      expect(there.conflicts.map(({ mine: own, theirs: others }) => ({ mine: others, theirs: own }))).toEqual(
        here.conflicts,
      );
    }),
    many,
  );
});

test("a merge that is made again, as when a crash came between, doubles nothing", () => {
  const newWords = (document: Document) =>
    marksIn(document)
      .filter((word) => !word.startsWith("b"))
      .toSorted();
  const doubled = (document: Document) => marksIn(document).length - new Set(marksIn(document)).size;
  fc.assert(
    fc.property(versionsWithWordsOnce, ({ base: start, mine, theirs }) => {
      const { document } = merge({ base: start, mine, theirs });
      for (const again of [
        { mine: document, theirs },
        { mine, theirs: document },
      ]) {
        const second = merge({ base: start, ...again }).document;
        expect(newWords(second)).toEqual(newWords(document));
        expect(doubled(second)).toBeLessThanOrEqual(doubled(document));
      }
    }),
    many,
  );
});
