import { expect, test } from "vitest";
import { limits } from "./limits.ts";
import { attrs, chapter, paragraph, words } from "./test/make-document.ts";
import { validate } from "./validate.ts";

const one = attrs(1);
const withText = (...content: unknown[]) => ({ ...chapter(), content: [{ type: "paragraph", attrs: one, content }] });
const block = (...content: unknown[]) => ({ ...chapter(), content });
const table = (...rows: unknown[][]) =>
  block({ type: "table", attrs: attrs(9), content: rows.map((cells) => ({ type: "tableRow", content: cells })) });
const cell = (n: number, colspan = 1, rowspan = 1) => ({
  type: "tableCell",
  attrs: { colspan, rowspan },
  content: [paragraph(n, "x")],
});
const linked = (href: unknown) => withText({ type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] });
const nested = (depth: number): unknown =>
  depth === 0 ? paragraph(1) : { type: "blockquote", attrs: attrs(depth + 1), content: [nested(depth - 1)] };

test.each<[what: string, input: unknown, path: string, rule: string]>([
  ["no object", "doc", "", "node"],
  ["null", null, "", "node"],
  ["a lone paragraph", paragraph(1), "", "node"],
  ["another version", { ...chapter(paragraph(1)), attrs: { docVersion: 1 } }, "attrs.docVersion", "attribute"],
  ["nothing in it", block(), "content", "children"],
  ["an unknown node", block({ type: "script", content: [] }), "content.0", "node"],
  ["a name that objects inherit", block({ type: "constructor" }), "content.0", "node"],
  ["a node that is a string", block("x"), "content.0", "shape"],
  ["text on the document's level", block({ type: "text", text: "x" }), "content.0", "children"],
  [
    "a list item that opens with a list",
    block({
      type: "bulletList",
      attrs: one,
      content: [{ type: "listItem", content: [{ type: "sceneBreak", attrs: { id: attrs(2).id } }] }],
    }),
    "content.0.content.0.content.0",
    "children",
  ],
  [
    "a heading in a quote",
    block({ type: "blockquote", attrs: one, content: [{ type: "heading", attrs: { ...attrs(2), level: 2 } }] }),
    "content.0.content.0",
    "children",
  ],
  ["an empty list of words", withText(), "content.0.content", "children"],
  [
    "a missing attribute",
    block({ type: "paragraph", attrs: { id: one.id, dir: null } }),
    "content.0.attrs.lang",
    "attribute",
  ],
  [
    "an attribute too many",
    block({ type: "paragraph", attrs: { ...one, style: "color:red" } }),
    "content.0.attrs.style",
    "shape",
  ],
  ["an event handler", block({ ...paragraph(1), onclick: "x" }), "content.0.onclick", "shape"],
  [
    "a planted prototype",
    block(JSON.parse('{"type":"paragraph","attrs":{"id":"a000000001","dir":null,"lang":null},"__proto__":{}}')),
    "content.0.__proto__",
    "shape",
  ],
  [
    "a heading of level 1",
    block({ type: "heading", attrs: { ...one, level: 1 } }),
    "content.0.attrs.level",
    "attribute",
  ],
  [
    "a language in words",
    block({ type: "paragraph", attrs: { ...one, lang: "English" } }),
    "content.0.attrs.lang",
    "attribute",
  ],
  [
    "an id that is a name of the page",
    block({ type: "paragraph", attrs: { ...one, id: "main" } }),
    "content.0.attrs.id",
    "attribute",
  ],
  ["the same id twice", block(paragraph(1), paragraph(1)), "content.1.attrs.id", "duplicate_id"],
  [
    "a footnote with a block's id",
    withText({ type: "footnote", attrs: { id: one.id } }),
    "content.0.content.0.attrs.id",
    "duplicate_id",
  ],
  [
    "a picture without a description",
    block({ type: "figure", attrs: { ...one, media: "x", alt: " ", width: null, height: null } }),
    "content.0.attrs.alt",
    "attribute",
  ],
  [
    "a picture from elsewhere",
    block({ type: "figure", attrs: { ...one, media: "https://evil.test/x.png", alt: "x", width: null, height: null } }),
    "content.0.attrs.media",
    "attribute",
  ],
  ["empty text", withText(words("")), "content.0.content.0.text", "text"],
  ["half a character", withText(words("\ud83d")), "content.0.content.0.text", "text"],
  ["a control code", withText(words("a\u0000b")), "content.0.content.0.text", "text"],
  ["text cut in two", withText(words("a"), words("b")), "content.0.content.1", "text"],
  [
    "an unknown mark",
    withText({ type: "text", text: "x", marks: [{ type: "blink" }] }),
    "content.0.content.0.marks.0",
    "mark",
  ],
  [
    "marks in another order",
    withText({ type: "text", text: "x", marks: [{ type: "emphasis" }, { type: "strong" }] }),
    "content.0.content.0.marks.1",
    "mark",
  ],
  ["no marks, spelt out", withText({ type: "text", text: "x", marks: [] }), "content.0.content.0.marks", "mark"],
  [
    "a mark with a style",
    withText({ type: "text", text: "x", marks: [{ type: "strong", attrs: {} }] }),
    "content.0.content.0.marks.0.attrs",
    "shape",
  ],
  [
    "a footnote that is a link",
    withText({
      type: "footnote",
      attrs: { id: "f000000001" },
      marks: [{ type: "link", attrs: { href: "https://a.test" } }],
    }),
    "content.0.content.0.marks.0",
    "mark",
  ],
  [
    "a footnote in a footnote",
    withText({
      type: "footnote",
      attrs: { id: "f000000001" },
      content: [{ type: "footnote", attrs: { id: "f000000002" } }],
    }),
    "content.0.content.0.content.0",
    "children",
  ],
  ["a script address", linked("javascript:alert(1)"), "content.0.content.0.marks.0.attrs.href", "attribute"],
  [
    "a link's class",
    withText({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "https://a.test", class: "x" } }] }),
    "content.0.content.0.marks.0.attrs.class",
    "shape",
  ],
  ["a ragged table", table([cell(1), cell(2)], [cell(3)]), "content.0", "table"],
  ["too deep a nesting", block(nested(limits.depthMax)), `content.0${".content.0".repeat(limits.depthMax)}`, "size"],
])("%s is refused, with its place and a sentence", (_what, input, path, rule) => {
  const checked = validate(input);
  expect(checked.ok ? [] : checked.refusals).toContainEqual({
    path,
    rule,
    message: expect.stringMatching(/^[A-Z].*\.$/),
  });
});
