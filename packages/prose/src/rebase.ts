import { collectIds, newBlockId, renewIds, repairIds } from "./block-id.ts";
import { createBlockOrder } from "./block-order.ts";
import { blocksInPlace, isSameBlock } from "./change.ts";
import type { Document, TopBlock } from "./document.ts";
import { emptyParagraph } from "./edit.ts";
import { topBlocks } from "./walk.ts";

export type Versions = { base: Document; mine: Document; theirs: Document; makeId?: () => string };

/**
 * What I have written since `base`, on top of what others have written since. A block that one side changed is that
 * side's; one that both changed differently stands there twice, theirs first; what one side removed and the other
 * changed is kept. So no word is lost that neither side took away.
 */
export function rebase({ base, mine, theirs, makeId = newBlockId }: Versions): Document {
  const [old, own, others] = [topBlocks(base), topBlocks(mine), topBlocks(theirs)];
  const result = new Map(others);
  const order = createBlockOrder(others.keys());
  const isNews = (block: TopBlock | undefined) => !isSameBlock(block, block && old.get(block.attrs.id));

  for (const id of old.keys()) if (!own.has(id) && !isNews(others.get(id))) order.remove(id);

  const taken = new Set([base, mine, theirs].flatMap((document) => [...collectIds(document)]));
  const inPlace = blocksInPlace(base, mine);
  let behind: string | null = null;
  const put = (block: TopBlock) => {
    order.putBehind(behind, block.attrs.id);
    result.set(block.attrs.id, block);
  };
  for (const block of mine.content) {
    const { id } = block.attrs;
    const other = others.get(id);
    const isMine = isNews(block) && !isSameBlock(block, other);
    if (!other && !isMine) continue;
    if (!other || !inPlace.has(id)) put(other ?? block);
    behind = id;
    if (!other || !isMine) continue;
    if (!isNews(other)) result.set(id, block);
    else
      for (const copy of renewIds([block], { taken, makeId })) {
        put(copy);
        behind = copy.attrs.id;
      }
  }

  const content = order.list().flatMap((id) => result.get(id) ?? []);
  return repairIds({ ...theirs, content: content.length > 0 ? content : [emptyParagraph(makeId)] }, makeId);
}
