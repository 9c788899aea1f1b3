import fc from "fast-check";
import { expect, test } from "vitest";
import { docVersion, type LooseNode, type NodeType } from "./document.ts";
import { editorSchema } from "./editor-schema.ts";
import { isNodeType, nodeRules } from "./rules.ts";
import { sanitise } from "./sanitise.ts";
import { countingIds, many, roughDocument, runs, validDocument } from "./test/arbitrary-document.ts";
import { validate } from "./validate.ts";

test("every document the validator accepts passes ProseMirror's check and comes back as it was", () => {
  fc.assert(
    fc.property(validDocument, (document) => {
      const node = editorSchema.nodeFromJSON(document);
      node.check();
      expect(node.toJSON()).toEqual(document);
    }),
    many,
  );
});

test("the two agree on which nodes may stand where, however the tree is rearranged", () => {
  const seen = { both: 0, neither: 0 };
  const rearranged = fc
    .tuple(roughDocument, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3)), { maxLength: 3 }))
    .map(rearrange);
  fc.assert(
    fc.property(rearranged, (rough) => {
      const tidy = sanitise(rough, countingIds());
      const checked = validate(tidy);
      const faults = checked.ok ? [] : checked.refusals.filter(({ rule }) => rule !== "table");
      if (!checked.ok && faults.length === 0) return;
      expect(isAcceptedByEditor(tidy)).toBe(checked.ok);
      seen[checked.ok ? "both" : "neither"] += 1;
    }),
    many,
  );
  console.log(`of ${runs} rearranged documents:`, JSON.stringify(seen));
  expect(Math.min(seen.both, seen.neither)).toBeGreaterThan(runs / 10);
});

test("the two agree on every pair: what may stand first and second in what", () => {
  const types = Object.keys(nodeRules).filter(isNodeType);
  const pairs = types
    .filter((type) => nodeRules[type].children)
    .flatMap((outer) => types.map((inner) => ({ outer, inner })));
  const judged = pairs.flatMap(({ outer, inner }) => {
    const first = smallest(outer);
    return [[smallest(inner)], [...(first.content ?? []), smallest(inner)]].map((content) => {
      const document = sanitise(inDocument({ ...first, content }), countingIds());
      return { outer, inner, count: content.length, here: validate(document).ok, there: isAcceptedByEditor(document) };
    });
  });
  expect(judged.filter(({ here, there }) => here !== there)).toEqual([]);
  expect(judged.filter(({ here }) => here).length).toBeGreaterThan(70);
});

test("attribute values are checked on both sides", () => {
  const heading = (level: number) => ({ type: "heading", attrs: { id: "a000000001", dir: null, lang: null, level } });
  const document = (content: unknown) => ({ type: "doc", attrs: { docVersion }, content: [content] });
  expect(isAcceptedByEditor(document(heading(3)))).toBe(true);
  expect(isAcceptedByEditor(document(heading(9)))).toBe(false);
  expect(validate(document(heading(9))).ok).toBe(false);
  const linked = (href: string) => ({
    type: "paragraph",
    attrs: { id: "a000000001", dir: null, lang: null },
    content: [{ type: "text", text: "here", marks: [{ type: "link", attrs: { href } }] }],
  });
  expect(isAcceptedByEditor(document(linked("https://example.test/")))).toBe(true);
  expect(isAcceptedByEditor(document(linked("javascript:alert(1)")))).toBe(false);
});

function isAcceptedByEditor(json: unknown): boolean {
  try {
    editorSchema.nodeFromJSON(json).check();
    return true;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
}

type Move = [from: number, to: number, kind: number];

/** Removes, repeats, moves or retypes nodes; nothing else is touched. */
function rearrange([root, moves]: [LooseNode, Move[]]): LooseNode {
  const copy = structuredClone(root);
  for (const [from, to, kind] of moves) {
    const holders = listNodes(copy).filter(({ content }) => content && content.length > 0);
    const holder = holders[from % holders.length];
    const target = holders[to % holders.length];
    const node = holder?.content?.[to % holder.content.length];
    if (!holder?.content || !target?.content || !node) continue;
    if (kind === 0) holder.content = holder.content.filter((child) => child !== node);
    else if (kind === 1) target.content = [...target.content, structuredClone(node)];
    else if (kind === 2) target.content = [structuredClone(node), ...target.content];
    else if (node.type === "paragraph") Object.assign(node, { type: "heading", attrs: { ...node.attrs, level: 2 } });
  }
  return copy;
}

function listNodes(node: LooseNode): LooseNode[] {
  return [node, ...(node.content ?? []).flatMap(listNodes)];
}

/** The least that may stand there on its own. */
function smallest(type: NodeType): LooseNode {
  const { children, attrs } = nodeRules[type];
  const needed: Record<string, unknown> = { docVersion, media: "x", alt: "x", notices: ["death"], summary: "x" };
  const given = Object.entries(attrs).map(([name, { fallback }]) => [name, needed[name] ?? fallback]);
  const child = children && !children.isBarrenAllowed ? (children.first ?? children.each[0]) : undefined;
  return {
    type,
    attrs: Object.fromEntries(given),
    ...(type === "text" && { text: "x" }),
    ...(child && { content: [smallest(child)] }),
  };
}

function inDocument(node: LooseNode): LooseNode {
  const holders: Record<string, NodeType> = {
    listItem: "bulletList",
    tableRow: "table",
    tableCell: "tableRow",
    tableHeader: "tableRow",
    footnote: "paragraph",
  };
  if (node.type === "doc") return node;
  const holder = holders[node.type] ?? "doc";
  return inDocument({ ...smallest(holder), content: [node] });
}
