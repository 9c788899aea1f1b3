import { idsFrom, repairIds } from "./block-id.ts";
import type { Document, TopBlock } from "./document.ts";
import { emptyParagraph } from "./edit.ts";
import { mergeSiblings } from "./merge-blocks.ts";
import { followMoves } from "./merge-moves.ts";
import type { Conflict } from "./merge-words.ts";
import { mapThree, type Three } from "./three-way.ts";

export type { Conflict } from "./merge-words.ts";
export type Merge = { document: Document; conflicts: Conflict[] };

/**
 * What two have made of one document, put together: block by block, and word by word where both changed a block. No word
 * is lost that neither took away; where both changed the same ones, both readings stay and are told as a conflict. It
 * depends on nothing but the three documents: whoever merges, on whichever device, the same comes of it.
 */
export function merge({ base, mine, theirs }: Three<Document>): Merge {
  const { documents, conflicts: moved } = followMoves({ base, mine, theirs });
  const { content, conflicts } = mergeSiblings(mapThree(documents, (document) => document.content ?? []));
  // safe: blocks of the document's own level become blocks of the document's own level.
  const blocks = content.length > 0 ? (content as TopBlock[]) : [emptyParagraph(idsFrom(base))];
  // Words that one side put into another block may stand in both places now.
  return { document: repairIds({ ...base, content: blocks }, idsFrom(blocks)), conflicts: [...moved, ...conflicts] };
}
