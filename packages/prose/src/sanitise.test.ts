import { expect, test } from "vitest";
import { sanitise } from "./sanitise.ts";
import { countingIds, mustBeValid } from "./test/arbitrary-document.ts";
import { attrs, chapter, paragraph, words } from "./test/make-document.ts";
import { validate } from "./validate.ts";

const withText = (...content: unknown[]) => ({
  ...chapter(),
  content: [{ type: "paragraph", attrs: attrs(1), content }],
});
const marked = (...marks: unknown[]) => withText({ type: "text", text: "x", marks });
const plain = chapter(paragraph(1, "x"));
const https = { type: "link", attrs: { href: "https://example.test/" } };

test.each<[what: string, input: unknown, output: unknown]>([
  ["a dangerous link goes, its words stay", marked({ type: "link", attrs: { href: "javascript:alert(1)" } }), plain],
  ["a link without an address goes", marked({ type: "link" }), plain],
  [
    "a link keeps its address and nothing else",
    marked({ type: "link", attrs: { ...https.attrs, class: "x", target: "_blank" } }),
    marked(https),
  ],
  ["an unknown mark goes", marked({ type: "blink" }, { type: "textStyle", attrs: { color: "red" } }), plain],
  ["a mark said twice is said once", marked({ type: "strong" }, { type: "strong" }), marked({ type: "strong" })],
  ["marks come into their order", marked({ type: "emphasis" }, https), marked(https, { type: "emphasis" })],
  [
    "a footnote is no part of a link",
    withText({ type: "footnote", attrs: { id: "f000000001" }, marks: [https, { type: "strong" }] }),
    withText({ type: "footnote", attrs: { id: "f000000001" }, marks: [{ type: "strong" }] }),
  ],
  [
    "neighbouring texts become one",
    withText(words("a"), words(""), words("b"), words("c", { type: "strong" })),
    withText(words("ab"), words("c", { type: "strong" })),
  ],
  [
    "a character cut in two is whole again",
    withText(words("a\ud83d"), words("\ude00b\r"), words("\n\u0000"), words("\u0000"), words("c")),
    withText(words("a😀b\nc")),
  ],
  ["control codes go", withText(words("a\u0000\r\nb")), withText(words("a\nb"))],
  [
    "unknown attributes go",
    { ...plain, content: [{ ...paragraph(1, "x"), attrs: { ...attrs(1), style: "color:red", class: "x" } }] },
    plain,
  ],
  [
    "wrong values that may be null become null",
    { ...plain, content: [{ ...paragraph(1, "x"), attrs: { ...attrs(1), dir: "auto", lang: "English" } }] },
    plain,
  ],
  [
    "a heading of level 1 becomes one of 2",
    { ...plain, content: [{ type: "heading", attrs: { ...attrs(1), level: 1 } }] },
    { ...plain, content: [{ type: "heading", attrs: { ...attrs(1), level: 2 } }] },
  ],
  [
    "a block without an id gets one",
    { ...plain, content: [{ type: "sceneBreak" }] },
    { ...plain, content: [{ type: "sceneBreak", attrs: { id: "n000000001" } }] },
  ],
])("%s", (_what, input, output) => {
  const document = sanitise(input, countingIds("n"));
  expect(document).toEqual(output);
  mustBeValid(document);
});

test.each<[what: string, input: unknown]>([
  [
    "an unknown node, whose words we would lose",
    { ...plain, content: [{ type: "details", content: [paragraph(1, "x")] }] },
  ],
  [
    "a picture without a description",
    { ...plain, content: [{ type: "figure", attrs: { ...attrs(1), media: "x", width: null, height: null } }] },
  ],
  ["an unknown node among words", withText({ type: "", text: null }, words("x"))],
  ["another version", { ...plain, attrs: { docVersion: 1 } }],
  ["a shape that cannot be read", { ...plain, content: "x" }],
  [
    "a nesting without end",
    Array.from({ length: 50_000 }).reduce<unknown>(
      (inner) => ({ type: "blockquote", attrs: {}, content: [inner] }),
      plain,
    ),
  ],
])("%s is left for the validator to refuse", (_what, input) => {
  expect(validate(sanitise(input)).ok).toBe(false);
});
