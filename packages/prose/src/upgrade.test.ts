import { expect, test } from "vitest";
import { docVersion, type LooseNode } from "./document.ts";
import { chapter, paragraph } from "./test/make-document.ts";
import { type Upgrade, upgrade } from "./upgrade.ts";
import { validate } from "./validate.ts";

/** A made-up past: once there were `para` nodes, then paragraphs without a language. */
const renameParagraphs: Upgrade = (document) =>
  mapNodes(document, (node) => (node.type === "para" ? { ...node, type: "paragraph" } : node));
const addLanguage: Upgrade = (document) =>
  mapNodes(document, (node) => (node.type === "paragraph" ? { ...node, attrs: { ...node.attrs, lang: null } } : node));

const fixture = {
  type: "doc",
  attrs: { docVersion: 1 },
  content: [{ type: "para", attrs: { id: "a000000001", dir: null }, content: [{ type: "text", text: "Still here." }] }],
};

test("a document two versions old climbs step by step, and every word with it", () => {
  const result = upgrade(fixture, [renameParagraphs, addLanguage]);
  expect(result).toEqual({
    ok: true,
    from: 1,
    document: { ...chapter(paragraph(1, "Still here.")), attrs: { docVersion: 3 } },
  });
});

test("a document takes only the steps it lacks, and is left untouched itself", () => {
  const second = { ...fixture, attrs: { docVersion: 2 } };
  const before = structuredClone(second);
  expect(upgrade(second, [renameParagraphs, addLanguage])).toMatchObject({
    ok: true,
    from: 2,
    document: { content: [{ type: "para" }] },
  });
  expect(second).toEqual(before);
});

test("today's document needs no step and is valid", () => {
  const result = upgrade(chapter(paragraph(1)));
  expect(result).toMatchObject({ ok: true, from: docVersion });
  expect(result.ok && validate(result.document).ok).toBe(true);
});

test("a document from before there were passages comes up with every word", () => {
  const old = { ...chapter(paragraph(1, "Once.")), attrs: { docVersion: 1 } };
  expect(upgrade(old)).toEqual({ ok: true, from: 1, document: chapter(paragraph(1, "Once.")) });
});

test("a newer document is never read by older code", () => {
  const result = upgrade({ ...chapter(paragraph(1)), attrs: { docVersion: docVersion + 1 } });
  expect(result).toMatchObject({ ok: false, reason: "newer", message: expect.stringContaining("Reload") });
});

test.each([
  null,
  "doc",
  [],
  {},
  { attrs: { docVersion: 0 } },
  { attrs: { docVersion: "1" } },
  { attrs: { docVersion: 1.5 } },
])("what carries no version is no document (%#)", (input) => {
  expect(upgrade(input)).toMatchObject({ ok: false, reason: "unreadable" });
});

function mapNodes(document: Record<string, unknown>, change: (node: LooseNode) => LooseNode): Record<string, unknown> {
  const content = document["content"] as LooseNode[];
  return { ...document, content: content.map(change) };
}
