import { expect, test } from "vitest";
import { limits } from "./limits.ts";
import { attrs, chapter, longChapter, paragraph } from "./test/make-document.ts";
import { validate } from "./validate.ts";
import { countDocument } from "./words.ts";

test("two hundred thousand words pass, whatever the language", () => {
  const document = longChapter(200_000);
  expect(countDocument(document, "en").words).toBeGreaterThanOrEqual(200_000);
  expect(validate(document).ok).toBe(true);
  const compound = "Donaudampfschiffe, ".repeat(85);
  expect(validate(chapter(...Array.from({ length: 2353 }, (_, n) => paragraph(n + 1, compound)))).ok).toBe(true);
});

test("refusals end at twenty, and an endless text is refused once", () => {
  const many = validate({ ...chapter(), content: Array.from({ length: 500 }, () => ({ type: "blink" })) });
  expect(many.ok ? [] : many.refusals).toHaveLength(limits.refusalsMax);
  const endless = validate(
    chapter(paragraph(1, "x".repeat(limits.textLengthMax)), paragraph(2, "x"), paragraph(3, "x")),
  );
  expect(endless.ok ? [] : endless.refusals.map(({ path, rule }) => [path, rule])).toEqual([
    ["content.1.content.0.text", "size"],
  ]);
});

test("a document may not be made of endlessly many parts", () => {
  const rulesOf = (content: unknown[]) => {
    const checked = validate({ ...chapter(), content: [{ type: "paragraph", attrs: attrs(1), content }] });
    return checked.ok ? [] : [...new Set(checked.refusals.map(({ rule }) => rule))];
  };
  const breaks = (count: number) => Array.from({ length: count }, () => ({ type: "hardBreak" }));
  expect(rulesOf(breaks(limits.nodeCountMax - 2))).toEqual([]);
  expect(rulesOf(breaks(limits.nodeCountMax))).toEqual(["size"]);
  const notes = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ type: "footnote", attrs: { id: attrs(n + 2).id } }));
  expect(rulesOf(notes(limits.footnoteCountMax))).toEqual([]);
  expect(rulesOf(notes(limits.footnoteCountMax + 1))).toEqual(["size"]);
});
