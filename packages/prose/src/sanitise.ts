import { newBlockId, repairIds } from "./block-id.ts";
import type { LooseNode, Mark } from "./document.ts";
import { limits } from "./limits.ts";
import { areSameMarks } from "./marks.ts";
import { type AttrRule, isMarkType, isNodeType, isRecord, markRules, nodeRules, rankOfMark } from "./rules.ts";
import { cleanText, isCleanText } from "./values.ts";

/**
 * Brings what an editor or an importer made to the one spelling that `validate` accepts, and drops what is not ours:
 * unknown attributes and marks, dangerous links, control codes. It never drops words; what it cannot mend without
 * losing some (an unknown node, a picture without a description) stays for `validate` to refuse.
 */
export function sanitise(input: unknown, makeId: () => string = newBlockId): unknown {
  return isNode(input) && isSound(input, 0) ? repairIds(cleanNode(input), makeId) : input;
}

function cleanNode(node: LooseNode): LooseNode {
  if (!isNodeType(node.type)) return node;
  const { attrs, children } = nodeRules[node.type];
  const content = children && node.content ? cleanTexts(node.content.map(cleanNode)) : [];
  const marks = cleanMarks(node);
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 && { attrs: cleanAttrs(node.attrs ?? {}, attrs) }),
    ...(node.type === "text" && { text: node.text ?? "" }),
    ...(content.length > 0 && { content }),
    ...(marks.length > 0 && { marks }),
  };
}

function cleanAttrs(attrs: Record<string, unknown>, rules: Record<string, AttrRule>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([name, rule]) => {
      const value = typeof attrs[name] === "string" && words.has(name) ? cleanText(attrs[name]) : attrs[name];
      if (Object.hasOwn(attrs, name) && rule.accepts(value)) return [[name, value]];
      if ("fallback" in rule) return [[name, rule.fallback]];
      return Object.hasOwn(attrs, name) ? [[name, value]] : [];
    }),
  );
}

/** Attributes that an author writes. */
const words = new Set(["alt", "summary"]);

function cleanMarks(node: LooseNode): Mark[] {
  if (node.type !== "text" && node.type !== "hardBreak" && node.type !== "footnote") return [];
  const kept = new Map<string, Mark>();
  for (const mark of node.marks ?? []) {
    if (!isMarkType(mark.type) || kept.has(mark.type) || (mark.type === "link" && node.type === "footnote")) continue;
    if (mark.type !== "link") kept.set(mark.type, { type: mark.type });
    else if (isRecord(mark.attrs) && markRules.link["href"]?.accepts(mark.attrs.href))
      kept.set("link", { type: "link", attrs: { href: mark.attrs.href } });
  }
  return [...kept.values()].sort((a, b) => rankOfMark(a.type) - rankOfMark(b.type));
}

/** Joined first, since a character may lie across two texts; and again, since one that is empty now may have parted two. */
function cleanTexts(nodes: readonly LooseNode[]): LooseNode[] {
  const whole = joinTexts(nodes);
  const isDirty = ({ type, text = "" }: LooseNode) => type === "text" && !isCleanText(text);
  if (!whole.some(isDirty)) return whole;
  return joinTexts(whole.map((node) => (isDirty(node) ? { ...node, text: cleanText(node.text ?? "") } : node)));
}

function joinTexts(nodes: readonly LooseNode[]): LooseNode[] {
  const joined: LooseNode[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === "text" && node.text === "") continue;
    if (before?.type === "text" && node.type === "text" && areSameMarks(before.marks, node.marks))
      joined[joined.length - 1] = { ...before, text: `${before.text}${node.text}` };
    else joined.push(node);
  }
  return joined;
}

/** True when the shape can be read at all; anything else is left as it is for the validator to name. */
function isSound(node: LooseNode, depth: number): boolean {
  if (depth > limits.depthMax) return false;
  if (node.attrs !== undefined && !isRecord(node.attrs)) return false;
  if (node.marks !== undefined && !(Array.isArray(node.marks) && node.marks.every(isRecord))) return false;
  if (node.type === "text" && typeof node.text !== "string") return false;
  if (node.content === undefined) return true;
  return Array.isArray(node.content) && node.content.every((child) => isNode(child) && isSound(child, depth + 1));
}

function isNode(value: unknown): value is LooseNode {
  return isRecord(value) && typeof value["type"] === "string";
}
