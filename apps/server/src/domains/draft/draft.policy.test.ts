import { Placed } from "@muejam/contracts/draft";
import { limits } from "@muejam/prose/limits";
import { many, validDocument } from "@muejam/prose/testing/arbitrary-document";
import { hostileJson } from "@muejam/prose/testing/hostile-json";
import { attrs, chapter, longChapter, paragraph } from "@muejam/prose/testing/make-document";
import { validate } from "@muejam/prose/validate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "../../kernel/errors.ts";
import { assertCurrent, assertSameSaver, documentAfter, documentIn } from "./draft.policy.ts";

const whole = chapter(paragraph(1, "One."), paragraph(2, "Two."));
const idOf = (n: number) => attrs(n).id;
const put = (block: object, after: string | null = null) => ({
  removed: [],
  placed: [{ after, block: Placed.shape.block.parse(block) }],
});

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

test.each([
  ["behind a block that is not there", put(paragraph(3), idOf(9)), "INPUT_INVALID"],
  ["nothing is left", { removed: [idOf(1), idOf(2)], placed: [] }, "INPUT_INVALID"],
  ["a block of no kind", put({ ...paragraph(3), type: "script" }), "INPUT_INVALID"],
  [
    "an id that another block bears inside",
    put({ type: "note", attrs: attrs(3), content: [paragraph(2)] }),
    "INPUT_INVALID",
  ],
  ["too many words", put(paragraph(3, "x".repeat(limits.textLengthMax))), "CHAPTER_TOO_LARGE"],
  ["nothing at all", { removed: [], placed: [] }, null],
  ["a block that is gone already", { removed: [idOf(9)], placed: [] }, null],
])("%s", (_, change, code) => {
  expect(codeOf(() => documentAfter(whole, change))).toBe(code);
});

test("control codes, halves of letters and strange attributes are taken out, words stay", () => {
  const rough = { ...paragraph(3, "a\u0000b\ud800"), attrs: { ...attrs(3), style: "color: red", dir: "up" } };
  expect(documentAfter(whole, put(rough)).content[0]).toEqual(paragraph(3, "ab\ufffd"));
});

test("whatever block is sent, the draft becomes a document of ours or stays as it was", () => {
  const seen = { kept: 0, refused: 0 };
  fc.assert(
    fc.property(validDocument, hostileJson, (document, wire) => {
      const block = Placed.shape.block.safeParse(blockIn(JSON.parse(wire)));
      if (!block.success) return;
      const code = codeOf(() => {
        const after = documentAfter(document, { removed: [], placed: [{ after: null, block: block.data }] });
        expect(validate(after).ok).toBe(true);
      });
      seen[code === null ? "kept" : "refused"] += 1;
      expect(["INPUT_INVALID", "CHAPTER_TOO_LARGE", null]).toContain(code);
    }),
    many,
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});

test("a chapter of 200,000 words is put in at once", () => {
  const { content } = longChapter(200_000);
  const placed = content.map((block, index) => ({ after: content[index - 1]?.attrs.id ?? null, block }));
  const started = performance.now();
  const document = documentAfter(chapter(paragraph(900_000)), { removed: [idOf(900_000)], placed });
  expect(document.content).toHaveLength(content.length);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("only what its author has seen is saved over, only its own saver hears of a save again", () => {
  expect(codeOf(() => assertCurrent({ version: 2 }, 2))).toBeNull();
  expect(codeOf(() => assertCurrent({ version: 2 }, 1))).toBe("DRAFT_CHANGED");
  const saver = { chapterId: "a", savedBy: "b" };
  expect(codeOf(() => assertSameSaver(saver, saver))).toBeNull();
  for (const other of [{ chapterId: "c" }, { savedBy: "c" }, { savedBy: null }])
    expect(codeOf(() => assertSameSaver({ ...saver, ...other }, saver))).toBe("CONFLICT");
});

test("a draft that is not what we store is a fault of ours, and told as such", () => {
  expect(documentIn(whole)).toEqual(whole);
  for (const stored of [{ ...whole, attrs: { docVersion: 99 } }, { ...whole, content: [] }, null])
    expect(() => documentIn(stored)).toThrow("A stored draft");
});

/** The first block of what looks like a document, under a name that gets it past the contract. */
function blockIn(json: unknown): unknown {
  const parsed = Loose.safeParse(json);
  const [first] = parsed.success ? parsed.data.content : [json];
  const block = Loose.safeParse(first);
  return block.success ? { ...block.data, attrs: { ...block.data.attrs, id: idOf(999_999) } } : first;
}

const Loose = z.looseObject({
  attrs: z.looseObject({}).catch({}),
  content: z.array(z.unknown()).catch([]),
});
