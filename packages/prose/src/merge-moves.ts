import { collectIds } from "./block-id.ts";
import type { LooseNode } from "./document.ts";
import { mergeNode } from "./merge-blocks.ts";
import type { Conflict } from "./merge-words.ts";
import { ruleOf } from "./rules.ts";
import { mapThree, type Side, sortSides, type Three } from "./three-way.ts";

/** A block and the nearest one around it that has a name; null for the document itself. */
type Place = { node: LooseNode; parent: string | null };
type Places = Three<Map<string, Place>>;

/**
 * What one side put into or out of a quote, a list or a note while the other changed its words is one block still: its
 * words are put together where it was moved to, and count as unchanged where it stood.
 */
export function followMoves(documents: Three<LooseNode>): { documents: Three<LooseNode>; conflicts: Conflict[] } {
  const places = mapThree(documents, placesIn);
  const changes = { mine: new Map<string, LooseNode | null>(), theirs: new Map<string, LooseNode | null>() };
  const conflicts: Conflict[] = [];
  for (const id of movedIds(places)) {
    const three = mapThree<Map<string, Place>, Place | undefined>(places, (found) => found.get(id));
    const { base, mine, theirs } = three;
    if (!base || !mine || !theirs) continue;
    const side = moverOf({ base, mine, theirs });
    const merged = mergeNode({ base: base.node, mine: mine.node, theirs: theirs.node });
    const [whole] = merged.content;
    // Words are put together in the shape that fits where they stand now.
    if (!whole || merged.content.length > 1) continue;
    const other = side === "mine" ? "theirs" : "mine";
    const isMovedTwice = (three[other] ?? base).parent !== base.parent;
    const { type, attrs } = (three[side] ?? base).node;
    changes[side].set(id, whole.type === type ? whole : { ...whole, type, ...(attrs && { attrs }) });
    changes[other].set(id, isMovedTwice ? null : base.node);
    if (mine.parent === theirs.parent) changes[other].set(id, whole);
    conflicts.push(...merged.conflicts);
  }
  const { base, mine, theirs } = documents;
  return {
    documents: { base, mine: replaceIn(mine, changes.mine), theirs: replaceIn(theirs, changes.theirs) },
    conflicts,
  };
}

/** Blocks that all three have and that stand elsewhere in one of them, with all that is in them. */
function movedIds({ base, mine, theirs }: Places): string[] {
  const all = [base, mine, theirs];
  return [...base.keys()].filter((id) => {
    const places = all.map((found) => found.get(id));
    if (new Set(places.map((place) => place?.parent)).size === 1 || places.includes(undefined)) return false;
    const inside = places.map((place) => collectIds(place?.node ?? { type: "doc" }));
    // What goes into it or comes out of it on one side might be lost with it on the other.
    return all.every((found, version) =>
      inside.every((ids) => [...ids].every((one) => !found.has(one) || inside[version]?.has(one))),
    );
  });
}

function moverOf({ base, mine, theirs }: Three<Place>): Side {
  if (theirs.parent === base.parent) return "mine";
  if (mine.parent === base.parent) return "theirs";
  return sortSides({ mine: mine.parent, theirs: theirs.parent })[0];
}

function placesIn(document: LooseNode): Map<string, Place> {
  const places = new Map<string, Place>();
  const look = (node: LooseNode, parent: string | null) => {
    for (const child of node.content ?? []) {
      const id = child.attrs?.["id"];
      if (typeof id === "string") places.set(id, { node: child, parent });
      if (!holdsWords(child)) look(child, typeof id === "string" ? id : parent);
    }
  };
  look(document, null);
  return places;
}

/** Null takes a block away, and what then stands around nothing; an item and a cell, which must not be empty, keep theirs. */
function replaceIn<T extends LooseNode>(node: T, changes: Map<string, LooseNode | null>): T {
  if (changes.size === 0 || holdsWords(node)) return node;
  const content = node.content?.flatMap((child) => {
    const change = changes.get(String(child.attrs?.["id"]));
    const isMeant = change !== undefined && (change !== null || "id" in (ruleOf(node.type)?.attrs ?? { id: null }));
    const next = isMeant ? change : replaceIn(child, changes);
    const isHollow = next !== child && next?.content?.length === 0 && !holdsWords(next);
    return next && !isHollow ? [next] : [];
  });
  const isKept = content?.length === node.content?.length && content?.every((one, at) => one === node.content?.[at]);
  return isKept || !content ? node : { ...node, content };
}

const holdsWords = ({ type }: LooseNode) => ruleOf(type)?.children?.isBarrenAllowed !== false;
