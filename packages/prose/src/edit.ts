import { collectIds, newBlockId, renewIds } from "./block-id.ts";
import type { Document, Heading, Inline, LooseNode, Paragraph, TopBlock } from "./document.ts";
import { joinInline } from "./marks.ts";

/** What edits do to ids, as pure functions: whoever writes a document follows these, and the tests hold them to it. */
type Words = Paragraph | Heading;

/** The first half keeps the id. Null when there is no such paragraph or heading. */
export function splitBlock(
  document: Document,
  { block, offset, newId = newBlockId() }: { block: string; offset: number; newId?: string },
): Document | null {
  return editSiblings(document, block, (siblings, index) => {
    const node = siblings[index];
    if (!isWords(node)) return null;
    const [before, after] = splitInline(node.content ?? [], offset);
    const { id: _, dir, lang } = node.attrs;
    const second: Words = withContent({ type: "paragraph", attrs: { id: newId, dir, lang } }, after);
    return siblings.toSpliced(index, 1, withContent(node, before), second);
  });
}

/** Appends a block's words to those of the block before, which keeps its id. Null when one of them holds no words. */
export function joinWithPrevious(document: Document, block: string): Document | null {
  return editSiblings(document, block, (siblings, index) => {
    const [first, second] = [siblings[index - 1], siblings[index]];
    if (!isWords(first) || !isWords(second)) return null;
    const content = joinInline([...(first.content ?? []), ...(second.content ?? [])]);
    return siblings.toSpliced(index - 1, 2, withContent(first, content));
  });
}

/** After a block of the document's own level, or first when `after` is null. Blocks that are new keep the ids they came with. */
export function insertBlocks(
  document: Document,
  { after, blocks }: { after: string | null; blocks: readonly TopBlock[] },
): Document | null {
  const index = after === null ? 0 : document.content.findIndex(({ attrs }) => attrs.id === after) + 1;
  if (after !== null && index === 0) return null;
  return { ...document, content: document.content.toSpliced(index, 0, ...blocks) };
}

/** What is pasted is new, even when it was cut here a moment ago: a copy must never answer to the original's anchors. */
export function pasteBlocks(
  document: Document,
  { after, blocks, makeId = newBlockId }: { after: string | null; blocks: readonly TopBlock[]; makeId?: () => string },
): Document | null {
  return insertBlocks(document, { after, blocks: renewIds(blocks, { taken: collectIds(document), makeId }) });
}

/** What stands in a document without words: the editor needs a place for the first. */
export function emptyParagraph(makeId: () => string = newBlockId): Paragraph {
  return { type: "paragraph", attrs: { id: makeId(), dir: null, lang: null } };
}

type Change = (siblings: LooseNode[], index: number) => LooseNode[] | null;

function editSiblings(document: Document, id: string, change: Change): Document | null {
  // safe: a change answers with siblings of the kinds that stood there.
  return editIn(document, id, change) as Document | null;
}

function editIn(node: LooseNode, id: string, change: Change): LooseNode | null {
  const { content = [] } = node;
  const index = content.findIndex(({ attrs }) => attrs?.["id"] === id);
  if (index >= 0) {
    const changed = change(content, index);
    return changed && { ...node, content: changed };
  }
  for (const [at, child] of content.entries()) {
    const changed = editIn(child, id, change);
    if (changed) return { ...node, content: content.with(at, changed) };
  }
  return null;
}

/** A character of two units is never cut; a footnote at the place itself stays with the words it explains. */
function splitInline(content: readonly Inline[], offset: number): [Inline[], Inline[]] {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let left = Math.max(0, offset);
  for (const node of content) {
    const length = node.type === "text" ? node.text.length : node.type === "hardBreak" ? 1 : 0;
    if (after.length > 0 || (left === 0 && length > 0)) after.push(node);
    else if (length <= left) {
      before.push(node);
      left -= length;
    } else if (node.type === "text") {
      const at = left - (isInsideCharacter(node.text, left) ? 1 : 0);
      if (at > 0) before.push({ ...node, text: node.text.slice(0, at) });
      after.push({ ...node, text: node.text.slice(at) });
    }
  }
  return [before, after];
}

function isInsideCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function withContent<T extends Words>(block: T, content: Inline[]): T {
  const { content: _, ...rest } = block;
  // safe: the block as it was, with other words or none.
  return (content.length > 0 ? { ...rest, content } : rest) as T;
}

function isWords(node: LooseNode | undefined): node is Words {
  return node?.type === "paragraph" || node?.type === "heading";
}
