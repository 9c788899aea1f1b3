import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHtml } from "./parse-html.ts";
import { renderHtml } from "./render-html.ts";
import { many, runs, validDocument } from "./test/arbitrary-document.ts";
import { attrs, chapter, paragraph, words } from "./test/make-document.ts";
import { documentText, topBlocks, walk } from "./walk.ts";

const document = chapter(
  { type: "heading", attrs: { ...attrs(1), level: 2 }, content: [words("I")] },
  {
    type: "blockquote",
    attrs: attrs(2, { dir: "rtl", lang: "ar" }),
    content: [
      {
        type: "paragraph",
        attrs: attrs(3),
        content: [
          words("ف👻"),
          { type: "footnote", attrs: { id: "f000000001" }, content: [words("note")] },
          { type: "hardBreak" },
          words("x"),
        ],
      },
      paragraph(4, "y", { lang: "en" }),
    ],
  },
  { type: "sceneBreak", attrs: { id: attrs(5).id } },
  { type: "note", attrs: attrs(6), content: [paragraph(7)] },
);

test("blocks come in reading order, with the text and offsets that anchors count in", () => {
  const plain = { host: null, dir: null, lang: null };
  expect([...walk(document)]).toEqual([
    { ...plain, id: "a000000001", type: "heading", text: "I", start: 0, top: "a000000001" },
    {
      ...plain,
      id: "a000000003",
      type: "paragraph",
      text: "ف👻\nx",
      start: 2,
      top: "a000000002",
      dir: "rtl",
      lang: "ar",
    },
    {
      id: "f000000001",
      type: "footnote",
      text: "note",
      start: 8,
      top: "a000000002",
      host: "a000000003",
      dir: "rtl",
      lang: "ar",
    },
    { ...plain, id: "a000000004", type: "paragraph", text: "y", start: 13, top: "a000000002", dir: "rtl", lang: "en" },
    { ...plain, id: "a000000005", type: "sceneBreak", text: "", start: 15, top: "a000000005" },
    { ...plain, id: "a000000007", type: "paragraph", text: "", start: 16, top: "a000000006" },
  ]);
  expect([...topBlocks(document).keys()]).toEqual(["a000000001", "a000000002", "a000000005", "a000000006"]);
});

test("each block's text stands in the whole text where its start says", () => {
  fc.assert(
    fc.property(validDocument, (any) => {
      const whole = documentText(any);
      for (const { text, start } of walk(any)) expect(whole.slice(start, start + text.length)).toBe(text);
    }),
    many,
  );
});

test("every block that is walked has its element in the HTML", () => {
  fc.assert(
    fc.property(validDocument, (any) => {
      const html = renderHtml(any);
      for (const { id } of walk(any)) expect(html.split(` id="b-${id}"`)).toHaveLength(2);
      expect(parseHtml(html).ok).toBe(true);
    }),
    { ...many, numRuns: Math.min(runs, 1000) },
  );
});
