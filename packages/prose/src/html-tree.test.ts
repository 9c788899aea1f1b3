import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { type Element, readHtml } from "./html-tree.ts";
import { renderHtml } from "./render-html.ts";
import { many, validDocument } from "./test/arbitrary-document.ts";

test("what we render is the same tree to us and to a parser that follows the HTML standard, as browsers do", () => {
  fc.assert(
    fc.property(validDocument, (document) => {
      const html = renderHtml(document);
      const faults: string[] = [];
      const fragment = parseFragment(html, { onParseError: ({ code }) => faults.push(code) });
      expect(toChildren(fragment)).toEqual(readHtml(html).children);
      expect(faults.filter((code) => !aboutCharacters.has(code))).toEqual([]);
    }),
    many,
  );
});

/** Said of characters that Unicode has set aside; the parser keeps them as they are. */
const aboutCharacters = new Set(["noncharacter-in-input-stream", "control-character-in-input-stream"]);

function toChildren(parent: DefaultTreeAdapterTypes.ParentNode): Element["children"] {
  return parent.childNodes.map((node) => {
    if ("value" in node) return node.value;
    if (!("tagName" in node)) return `a ${node.nodeName}`;
    const attrs = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return { tag: node.tagName, attrs, children: toChildren(node) };
  });
}
