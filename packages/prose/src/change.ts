import { createBlockOrder } from "./block-order.ts";
import type { Document, TopBlock } from "./document.ts";
import { isSame } from "./same.ts";

type Named = { attrs: { id: string } };

/** What travels instead of a document: first some blocks go, then others are put behind a block, or first behind null. */
export type Change<Block extends Named = TopBlock> = {
  removed: string[];
  placed: { after: string | null; block: Block }[];
};

/** The least that makes one document of the other. Both are valid ones, or the same words could look changed. */
export function changeBetween(before: Document, after: Document): Change {
  const { start, end } = sharedEnds(before.content, after.content);
  const old = blocksOf(before.content.slice(start, before.content.length - end));
  const added = after.content.slice(start, after.content.length - end);
  const current = blocksOf(added);
  const unmoved = inPlace([...old.keys()], [...current.keys()]);
  return {
    removed: [...old.keys()].filter((id) => !current.has(id)),
    placed: added.flatMap((block, index) =>
      unmoved.has(block.attrs.id) && isSame(old.get(block.attrs.id), block)
        ? []
        : [{ after: after.content[start + index - 1]?.attrs.id ?? null, block }],
    ),
  };
}

/** With every key that is pressed, most blocks are the very same objects: they cost a look, and no comparison. */
function sharedEnds(before: readonly TopBlock[], after: readonly TopBlock[]): { start: number; end: number } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { start, end };
}

const blocksOf = (blocks: readonly TopBlock[]) => new Map(blocks.map((block) => [block.attrs.id, block]));

/** Null when a block is to stand behind one that is not there. What comes from elsewhere is validated afterwards. */
export function applyChange<Whole extends { content: Named[] }>(
  document: Whole,
  { removed, placed }: Change<Whole["content"][number]>,
): Whole | null {
  const blocks = new Map(document.content.map((block) => [block.attrs.id, block]));
  const order = createBlockOrder(blocks.keys());
  for (const id of removed) order.remove(id);
  for (const { after, block } of placed) {
    if (!order.putBehind(after, block.attrs.id)) return null;
    blocks.set(block.attrs.id, block);
  }
  return { ...document, content: order.list().flatMap((id) => blocks.get(id) ?? []) };
}

/** As many blocks as can be said not to have moved: the longest row of them that stands in both in the same order. */
export function inPlace(before: readonly string[], after: readonly string[]): Set<string> {
  const positions = new Map(before.map((id, position) => [id, position]));
  const rows: Row[] = [];
  for (const id of after) {
    const position = positions.get(id);
    if (position === undefined) continue;
    const length = countBelow(rows, position);
    rows[length] = { id, position, rest: rows[length - 1] ?? null };
  }
  const unmoved = new Set<string>();
  for (let row: Row | null = rows.at(-1) ?? null; row; row = row.rest) unmoved.add(row.id);
  return unmoved;
}

/** A rising row, from its last block back; among those of one length, the one that ends earliest. */
type Row = { id: string; position: number; rest: Row | null };

function countBelow(rows: readonly Row[], position: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.position ?? position) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
