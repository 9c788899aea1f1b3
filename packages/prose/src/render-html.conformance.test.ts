import { describe, expect, test } from "vitest";
import { editorSchema } from "./editor-schema.ts";
import { parseHtml } from "./parse-html.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import { mustBeValid } from "./test/arbitrary-document.ts";
import { markRows, nodeRows, type Row } from "./test/conformance-rows.ts";
import { chapter } from "./test/make-document.ts";

describe("conformance", () => {
  test.each([...nodeRows, ...markRows])("%s", (_name, block, html, text) => {
    const document = mustBeValid(chapter(block));
    expect(renderHtml(document)).toBe(html);
    expect(renderText(document)).toBe(text);
    expect(parseHtml(html)).toEqual({ ok: true, document });
  });

  test("every node and every mark of the schema has its row", () => {
    const typesIn = (rows: Row[]) =>
      rows.flatMap(([, block]) => JSON.stringify(block).match(/(?<="type":")\w+/g) ?? []);
    const nodeTypes = Object.keys(editorSchema.nodes).filter((type) => type !== "doc");
    const markTypes = Object.keys(editorSchema.marks);
    expect(new Set(typesIn(nodeRows))).toEqual(new Set(nodeTypes));
    expect(new Set(typesIn(markRows).filter((type) => !nodeTypes.includes(type)))).toEqual(new Set(markTypes));
  });
});
