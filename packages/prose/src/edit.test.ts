import fc from "fast-check";
import { expect, test } from "vitest";
import { collectIds } from "./block-id.ts";
import { type Document, docVersion } from "./document.ts";
import { insertBlocks, joinWithPrevious, pasteBlocks, splitBlock } from "./edit.ts";
import { countingIds, many, mustBeValid, runs, validDocument } from "./test/arbitrary-document.ts";
import { documentText, walk } from "./walk.ts";

const paragraph = (id: string, ...words: string[]) => ({
  type: "paragraph" as const,
  attrs: { id, dir: null, lang: null },
  ...(words.length > 0 && { content: words.map((text) => ({ type: "text" as const, text })) }),
});
const chapter = (...content: Document["content"]): Document => ({ type: "doc", attrs: { docVersion }, content });
const sizes = (document: Document) => Array.from(walk(document), ({ id, text }) => [id, text]);

test("a split leaves the id with the first half, a join with the first block", () => {
  const whole = chapter(paragraph("a000000001", "The lantern went out."));
  const split = splitBlock(whole, { block: "a000000001", offset: 12, newId: "b000000001" });
  expect(split && sizes(split)).toEqual([
    ["a000000001", "The lantern "],
    ["b000000001", "went out."],
  ]);
  expect(split && joinWithPrevious(split, "b000000001")).toEqual(whole);
});

test("a split never cuts a character of two units", () => {
  const split = splitBlock(chapter(paragraph("a000000001", "a👻b")), {
    block: "a000000001",
    offset: 2,
    newId: "b000000001",
  });
  expect(split && sizes(split)).toEqual([
    ["a000000001", "a"],
    ["b000000001", "👻b"],
  ]);
});

test("what is pasted has ids of its own, even beside its original", () => {
  const original = paragraph("a000000001", "Twice.");
  const pasted = pasteBlocks(chapter(original), {
    after: "a000000001",
    blocks: [original],
    makeId: () => "c000000001",
  });
  expect(pasted && sizes(pasted)).toEqual([
    ["a000000001", "Twice."],
    ["c000000001", "Twice."],
  ]);
});

test("an edit of a block that is not there is null, not a guess", () => {
  const whole = chapter({ type: "sceneBreak", attrs: { id: "a000000001" } });
  expect(splitBlock(whole, { block: "b000000001", offset: 0 })).toBeNull();
  expect(splitBlock(whole, { block: "a000000001", offset: 0 })).toBeNull();
  expect(joinWithPrevious(whole, "a000000001")).toBeNull();
  expect(insertBlocks(whole, { after: "b000000001", blocks: [] })).toBeNull();
});

const step = fc.record({ kind: fc.constantFrom("split", "join", "insert", "paste"), at: fc.nat(), offset: fc.nat(40) });

test("after any edits ids are unique, blocks that still stand keep theirs, and no word is lost", () => {
  let changes = 0;
  fc.assert(
    fc.property(validDocument, fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
      const makeId = countingIds("n");
      let document = start;
      for (const one of steps) {
        const { edited, gone, words } = apply(document, { ...one, makeId });
        if (!edited) continue;
        changes += 1;
        mustBeValid(edited);
        const ids = collectIds(edited);
        expect([...collectIds(document)].filter((id) => id !== gone && !ids.has(id))).toEqual([]);
        expect(lettersIn(edited)).toBe(lettersIn(document) + words);
        document = edited;
      }
    }),
    many,
  );
  expect(changes).toBeGreaterThan(runs);
});

type Step = { kind: string; at: number; offset: number; makeId: () => string };

function apply(document: Document, { kind, at, offset, makeId }: Step) {
  const blocks = [...walk(document)];
  const block = blocks[at % blocks.length]?.id ?? "";
  const top = document.content[at % document.content.length];
  const after = top?.attrs.id ?? null;
  const copied = top ? [top] : [];
  const added = top ? countLetters(documentText({ ...document, content: copied })) : 0;
  if (kind === "split")
    return { edited: splitBlock(document, { block, offset, newId: makeId() }), gone: null, words: 0 };
  if (kind === "join") return { edited: joinWithPrevious(document, block), gone: block, words: 0 };
  if (kind === "paste")
    return { edited: pasteBlocks(document, { after, blocks: copied, makeId }), gone: null, words: added };
  const blank = paragraph(makeId(), "New.");
  return {
    edited: insertBlocks(document, { after: offset % 2 ? after : null, blocks: [blank] }),
    gone: null,
    words: 4,
  };
}

function countLetters(text: string): number {
  return text.replaceAll("\n", "").length;
}

function lettersIn(document: Document): number {
  return countLetters(documentText(document));
}
