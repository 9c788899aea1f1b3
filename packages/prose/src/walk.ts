import type { Direction, Document, Footnote, Inline, LooseNode } from "./document.ts";

/** A block of words, as an anchor sees it. Offsets count UTF-16 units of `text`. */
export type Block = {
  id: string;
  type: "paragraph" | "heading" | "figure" | "sceneBreak" | "footnote";
  text: string;
  /** Where `text` begins in the whole document's plain text, in which one line feed parts two blocks. */
  start: number;
  /** The block of the document's own level that this one is in: itself, or the quote, list, table or note around it. */
  top: string;
  /** For a footnote, the block that refers to it. */
  host: string | null;
  dir: Direction | null;
  lang: string | null;
};

type Around = Pick<Block, "top" | "dir" | "lang">;

/** The blocks that hold words, in reading order; a block's footnotes follow it. Language and direction are inherited. */
export function* walk(document: Document): Generator<Block> {
  let start = 0;
  for (const node of document.content)
    for (const block of walkNode(node, { top: node.attrs.id, dir: null, lang: null })) {
      yield { ...block, start };
      start += block.text.length + 1;
    }
}

/** A line break is one line feed; a footnote is nothing, so that adding one moves no anchor. */
export function plainText(content: readonly Inline[] = []): string {
  let text = "";
  for (const node of content) text += node.type === "text" ? node.text : node.type === "hardBreak" ? "\n" : "";
  return text;
}

export function documentText(document: Document): string {
  return Array.from(walk(document), ({ text }) => text).join("\n");
}

/** The blocks of the document's own level, by id: what a save sends and a merge compares. */
export function topBlocks(document: Document): Map<string, Document["content"][number]> {
  return new Map(document.content.map((block) => [block.attrs.id, block]));
}

type Walked = Omit<Block, "start">;

function* walkNode(node: LooseNode, around: Around): Generator<Walked> {
  switch (node.type) {
    case "sceneBreak":
      yield { ...around, id: idOf(node), type: node.type, text: "", host: null };
      return;
    case "paragraph":
    case "heading":
    case "figure": {
      const here = inherit(node, around);
      // safe: these three hold inline content and nothing else.
      const content = (node.content ?? []) as Inline[];
      yield { ...here, id: idOf(node), type: node.type, text: plainText(content), host: null };
      for (const footnote of content.filter((child) => child.type === "footnote"))
        yield toFootnoteBlock(footnote, here, idOf(node));
      return;
    }
    default: {
      const here = inherit(node, around);
      for (const child of node.content ?? []) yield* walkNode(child, here);
    }
  }
}

function toFootnoteBlock(footnote: Footnote, around: Around, host: string): Walked {
  return { ...around, id: footnote.attrs.id, type: "footnote", text: plainText(footnote.content), host };
}

function inherit(node: LooseNode, around: Around): Around {
  // safe: a validated document has these values and no others here.
  const { dir, lang } = (node.attrs ?? {}) as { dir?: Direction | null; lang?: string | null };
  return { top: around.top, dir: dir ?? around.dir, lang: lang ?? around.lang };
}

function idOf(node: LooseNode): string {
  return String(node.attrs?.["id"]);
}
