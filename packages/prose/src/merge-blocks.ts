import { idsFrom, renewIds } from "./block-id.ts";
import { createBlockOrder } from "./block-order.ts";
import { inPlace } from "./change.ts";
import type { Inline, LooseNode } from "./document.ts";
import { type Conflict, mergeWords, type Reading } from "./merge-words.ts";
import { readingOf } from "./reading.ts";
import { ruleOf } from "./rules.ts";
import { isSame } from "./same.ts";
import { findTableFault } from "./table-grid.ts";
import { isTorn, mapThree, pick, type Side, sortSides, type Three } from "./three-way.ts";

export type Merged = { content: LooseNode[]; conflicts: Conflict[] };

type Pair = { base: LooseNode | undefined; mine: LooseNode; theirs: LooseNode };

/** What stands side by side, by its names. A block that one side removed goes, unless the other changed it. */
export function mergeSiblings(siblings: Three<readonly LooseNode[]>): Merged {
  const { base, mine, theirs } = mapThree(siblings, (nodes) => new Map(nodes.map((node) => [nameOf(node), node])));
  const parts = mergeOrder(mapThree({ base, mine, theirs }, (nodes) => [...nodes.keys()])).map((id): Merged => {
    const [old, own, others] = [base.get(id), mine.get(id), theirs.get(id)];
    if (own && others) return mergeNode({ base: old, mine: own, theirs: others });
    const left = own ?? others;
    if (!left || (old && isSame(left, old))) return { content: [], conflicts: [] };
    const readings = { mine: wholeReading(id, own), theirs: wholeReading(id, others) };
    return { content: [left], conflicts: old ? [readings] : [] };
  });
  return { content: parts.flatMap(({ content }) => content), conflicts: parts.flatMap(({ conflicts }) => conflicts) };
}

/** What only one side has stands behind what it stood behind there; what one side moved, where that side put it. */
function mergeOrder({ base, mine, theirs }: Three<string[]>): string[] {
  const [first, second] = sortSides({ mine, theirs })[0] === "mine" ? [mine, theirs] : [theirs, mine];
  const order = createBlockOrder(first);
  const old = new Set(base);
  const unmoved = inPlace(base, second);
  let behind: string | null = null;
  for (const id of second) {
    const isMoved = old.has(id) && !unmoved.has(id);
    if (isMoved || !order.has(id)) order.putBehind(behind, id);
    behind = id;
  }
  return order.list();
}

export function mergeNode({ base, mine, theirs }: Pair): Merged {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { content: [mine], conflicts: [] };
  if (isSame(mine, base)) return { content: [theirs], conflicts: [] };
  if (!areAlike(mine, theirs)) return keepBoth({ mine, theirs });
  const old = base && areAlike(base, mine) ? base : undefined;
  return mergeInside({ base: old, mine, theirs }) ?? keepBoth({ mine, theirs });
}

/** Null when nothing is right but both as they are. */
function mergeInside(pair: Pair): Merged | null {
  const head = mergeHead(pair);
  if (!head) return null;
  const contents = { base: pair.base?.content ?? [], mine: pair.mine.content ?? [], theirs: pair.theirs.content ?? [] };
  if (ruleOf(head.type)?.children?.each.includes("text")) {
    // safe: what may hold text holds inline content and nothing else.
    const { content, conflicts } = mergeWords(nameOf(pair.mine), contents as Three<Inline[]>);
    return { content: [content.length > 0 ? { ...head, content } : head], conflicts };
  }
  const { content, conflicts } = mergeSiblings(contents);
  if (content.length === 0) return { content: [], conflicts };
  const merged = { ...head, content };
  return head.type === "table" && findTableFault(merged) ? null : { content: [merged], conflicts };
}

/** Type and attributes. Null when both changed what a picture shows or says: chance must not choose between them. */
function mergeHead({ base, mine, theirs }: Pair): LooseNode | null {
  const type = pick<string | undefined>({ base: base?.type, mine: mine.type, theirs: theirs.type }) ?? mine.type;
  const fallback = type === mine.type ? mine : theirs;
  const attrs: Record<string, unknown> = {};
  for (const name of Object.keys(ruleOf(type)?.attrs ?? {})) {
    const values = mapThree<LooseNode | undefined, unknown>({ base, mine, theirs }, (node) => node?.attrs?.[name]);
    if ((name === "media" || name === "alt") && isTorn(values)) return null;
    attrs[name] = pick(values) ?? fallback.attrs?.[name];
  }
  return { type, ...(Object.keys(attrs).length > 0 && { attrs }) };
}

/** The copy's id comes from its words: made a second time, it is the same copy. */
function keepBoth(pair: Record<Side, LooseNode>): Merged {
  const [first, second] = sortSides(pair);
  const copies = renewIds([pair[second]], { taken: new Set(), makeId: idsFrom(pair[second]) });
  const content = [pair[first], ...copies];
  const [one, other] = content.map((node) => wholeReading(nameOf(node), node));
  return {
    content,
    conflicts: one && other ? [first === "mine" ? { mine: one, theirs: other } : { mine: other, theirs: one }] : [],
  };
}

/** An item, a row and a cell have no id: they go by that of the first block in them. */
function nameOf(node: LooseNode): string {
  const id = node.attrs?.["id"];
  const [first] = node.content ?? [];
  return typeof id === "string" || !first ? String(id) : nameOf(first);
}

function areAlike(a: LooseNode, b: LooseNode): boolean {
  const childrenOf = ({ type }: LooseNode) => String(ruleOf(type)?.children?.each);
  return childrenOf(a) === childrenOf(b);
}

const wholeReading = (block: string, node: LooseNode | undefined): Reading => ({
  block,
  span: null,
  text: node ? readingOf([node]) : "",
});
