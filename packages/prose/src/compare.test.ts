import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, compareWords, type Run } from "./compare.ts";
import { many } from "./test/arbitrary-document.ts";
import { threeVersions } from "./test/arbitrary-edits.ts";
import { attrs, chapter, longChapter, paragraph, words } from "./test/make-document.ts";
import { documentText } from "./walk.ts";

const [one, two, three] = [paragraph(1, "The lantern went out."), paragraph(2, "Two."), paragraph(3, "Three.")];
const textOf = (runs: Run[], ...kinds: Run["kind"][]) =>
  runs.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join("");

test("what did not change is counted, and not told", () => {
  expect(compare(chapter(one, two, three), chapter(one, two, three))).toEqual([{ kind: "same", blocks: 3 }]);
});

test("a changed word is shown among those that stayed", () => {
  expect(compareWords("The lantern went out.", "The lamp went out.")).toEqual([
    { kind: "same", text: "The" },
    { kind: "removed", text: " lantern" },
    { kind: "added", text: " lamp" },
    { kind: "same", text: " went out." },
  ]);
});

test("blocks that came, went and moved are told where they stand", () => {
  const told = compare(chapter(one, two, three), chapter(three, one, paragraph(4, "Four.")));
  const pictures = { before: [], after: [] };
  expect(told).toEqual([
    {
      kind: "form",
      id: attrs(3).id,
      type: "paragraph",
      isMoved: true,
      runs: [{ kind: "same", text: "Three." }],
      pictures,
    },
    { kind: "same", blocks: 1 },
    {
      kind: "added",
      id: attrs(4).id,
      type: "paragraph",
      isMoved: false,
      runs: [{ kind: "added", text: "Four." }],
      pictures,
    },
    {
      kind: "removed",
      id: attrs(2).id,
      type: "paragraph",
      isMoved: false,
      runs: [{ kind: "removed", text: "Two." }],
      pictures,
    },
  ]);
});

test("the same words in other marks have changed their form", () => {
  const bold = { ...one, content: [words("The lantern went out.", { type: "strong" })] };
  expect(compare(chapter(one), chapter(bold))).toMatchObject([{ kind: "form", isMoved: false }]);
});

test("another picture is told by its key, and what it shows word by word", () => {
  const lamp = (media: string, alt: string) =>
    chapter({ type: "figure", attrs: { ...attrs(1), media, alt, width: null, height: null } });
  expect(compare(lamp("lamp", "A lamp"), lamp("dark-lamp", "A dark lamp"))).toEqual([
    {
      kind: "changed",
      id: attrs(1).id,
      type: "figure",
      isMoved: false,
      runs: [
        { kind: "same", text: "[A" },
        { kind: "added", text: " dark" },
        { kind: "same", text: " lamp]" },
      ],
      pictures: { before: ["lamp"], after: ["dark-lamp"] },
    },
  ]);
});

test("from what is told, both sides can be read: no word is left out, and none is made up", () => {
  fc.assert(
    fc.property(threeVersions, ({ mine, theirs }) => {
      const runs = compareWords(documentText(mine), documentText(theirs));
      const spaceless = (text: string) => text.replaceAll(/\s+/g, "");
      expect(spaceless(textOf(runs, "same", "removed"))).toBe(spaceless(documentText(mine)));
      expect(textOf(runs, "same", "added")).toBe(documentText(theirs));
      const told = compare(mine, theirs);
      const count = (...kinds: string[]) =>
        told.reduce((sum, one) => sum + (one.kind === "same" ? one.blocks : kinds.includes(one.kind) ? 0 : 1), 0);
      expect(count("removed")).toBe(theirs.content.length);
      expect(count("added")).toBe(mine.content.length);
    }),
    many,
  );
});

test("a chapter of 100,000 words written anew is no work of hours", () => {
  const long = longChapter(100_000);
  const other = JSON.parse(JSON.stringify(long).replaceAll("lantern", "lamp").replaceAll("quay", "pier"));
  const started = performance.now();
  expect(compare(long, other).every(({ kind }) => kind !== "added")).toBe(true);
  expect(performance.now() - started).toBeLessThan(10_000);
});
