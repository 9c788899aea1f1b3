import { canonicalJson } from "./canonical-json.ts";
import type { LooseNode } from "./document.ts";
import { ruleOf } from "./rules.ts";
import { isBlockId } from "./values.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
const signs = `${letters}0123456789`;

/** 51 bits of chance: among ten thousand blocks two are alike once in fifty million documents, and then `repairIds` mends it. */
export function newBlockId(): string {
  const [first = 0, ...rest] = crypto.getRandomValues(new Uint32Array(10));
  return letters.charAt(first % letters.length) + rest.map((chance) => signs.charAt(chance % signs.length)).join("");
}

/** The same ids wherever they are made of the same words. */
export function idsFrom(seed: unknown): () => string {
  let words: string | undefined;
  let count = 0;
  return () => {
    words ??= canonicalJson(seed);
    count += 1;
    const [low, high] = [fold(`${count} ${words}`, 0x811c9dc5), fold(`${words} ${count}`, 0x01000193)];
    const rest = [low, high].map((half) => half.toString(36).padStart(7, "0").slice(-5)).join("");
    return letters.charAt(high % letters.length) + rest.slice(1);
  };
}

/** Gives an id to each block that has none, a malformed one or one that stands earlier: the first keeps it. */
export function repairIds<T extends LooseNode>(root: T, makeId: () => string = newBlockId): T {
  const taken = new Set<string>();
  collectIds(root, taken);
  const seen = new Set<string>();
  return mapIds(root, (id) => {
    const kept = isBlockId(id) && !seen.has(id) ? id : makeFree(makeId, taken);
    seen.add(kept);
    return kept;
  });
}

/** For what is pasted: the same words again, under ids that `taken` does not hold. */
export function renewIds<T extends LooseNode>(
  nodes: readonly T[],
  { taken, makeId = newBlockId }: { taken: Set<string>; makeId?: () => string },
): T[] {
  return nodes.map((node) => mapIds(node, () => makeFree(makeId, taken)));
}

export function collectIds(node: LooseNode, into = new Set<string>()): Set<string> {
  const id = node.attrs?.["id"];
  if (isBlockId(id)) into.add(id);
  for (const child of node.content ?? []) collectIds(child, into);
  return into;
}

function mapIds<T extends LooseNode>(node: T, change: (id: unknown) => string): T {
  const old = node.attrs?.["id"];
  const id = "id" in (ruleOf(node.type)?.attrs ?? {}) ? change(old) : old;
  const content = node.content?.map((child) => mapIds(child, change));
  const isKept = id === old && (content ?? []).every((child, index) => child === node.content?.[index]);
  if (isKept) return node;
  return { ...node, ...(id !== old && { attrs: { ...node.attrs, id } }), ...(content && { content }) };
}

/** FNV-1a, 32 bits. */
function fold(text: string, start: number): number {
  let folded = start;
  for (let index = 0; index < text.length; index += 1) folded = Math.imul(folded ^ text.charCodeAt(index), 0x01000193);
  return folded >>> 0;
}

function makeFree(makeId: () => string, taken: Set<string>): string {
  let id = makeId();
  while (taken.has(id)) id = makeId();
  taken.add(id);
  return id;
}
