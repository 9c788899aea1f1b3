import fc from "fast-check";
import { expect, test } from "vitest";
import { collectIds, newBlockId, repairIds } from "./block-id.ts";
import type { LooseNode } from "./document.ts";
import { countingIds, many, mustBeValid, validDocument } from "./test/arbitrary-document.ts";
import { chapter, paragraph } from "./test/make-document.ts";
import { isBlockId } from "./values.ts";

test("ten thousand ids are well-formed and all different", () => {
  const ids = Array.from({ length: 10_000 }, newBlockId);
  expect(ids.every(isBlockId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("of two blocks with one id the first keeps it, and no new id takes one that stands later", () => {
  const made = ["a000000002", "n000000001"];
  const repaired = repairIds(
    chapter(paragraph(1, "first"), paragraph(1, "copy"), paragraph(2, "later")),
    () => made.shift() ?? "",
  );
  expect(repaired.content.map(({ attrs }) => attrs.id)).toEqual(["a000000001", "n000000001", "a000000002"]);
});

test("whichever ids were lost or doubled, repair makes them unique and leaves the others as they were", () => {
  fc.assert(
    fc.property(
      validDocument,
      fc.infiniteStream(fc.constantFrom("keep", "keep", "lose", "double")),
      (document, fates) => {
        const originals = [...collectIds(document)];
        const spoilt = mapAttrs(document, (id) => {
          const fate = fates.next().value;
          return fate === "keep" ? id : fate === "lose" ? null : originals[0];
        });
        const repaired = mustBeValid(repairIds(spoilt, countingIds("n")));
        expect(repairIds(repaired)).toEqual(repaired);
        const kept = collectIds(spoilt);
        expect([...kept].filter((id) => !collectIds(repaired).has(id))).toEqual([]);
      },
    ),
    many,
  );
});

function mapAttrs(node: LooseNode, change: (id: unknown) => unknown): LooseNode {
  const hasId = node.attrs && "id" in node.attrs;
  return {
    ...node,
    ...(hasId && { attrs: { ...node.attrs, id: change(node.attrs?.["id"]) } }),
    ...(node.content && { content: node.content.map((child) => mapAttrs(child, change)) }),
  };
}
