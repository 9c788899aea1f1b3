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
  const hasId = "id" in (ruleOf(node.type)?.attrs ?? {});
  return {
    ...node,
    ...(hasId && { attrs: { ...node.attrs, id: change(node.attrs?.["id"]) } }),
    ...(node.content && { content: node.content.map((child) => mapIds(child, change)) }),
  };
}

function makeFree(makeId: () => string, taken: Set<string>): string {
  let id = makeId();
  while (taken.has(id)) id = makeId();
  taken.add(id);
  return id;
}
