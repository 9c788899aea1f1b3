/** The version that this code reads and writes; `upgrade.ts` brings older documents up to it. */
export const docVersion = 3;

export type Direction = "ltr" | "rtl";

export type Mark =
  | { type: "link"; attrs: { href: string } }
  | { type: "strong" }
  | { type: "emphasis" }
  | { type: "underline" }
  | { type: "strike" }
  | { type: "smallCaps" };
export type Marked = { marks?: Mark[] };

export type Text = Marked & { type: "text"; text: string };
export type HardBreak = Marked & { type: "hardBreak" };
/** Its words travel with the place they belong to, so a note can neither dangle nor be left behind. */
export type Footnote = Marked & { type: "footnote"; attrs: { id: string }; content?: Text[] };
export type Inline = Text | HardBreak | Footnote;

/** What every block of words carries; null means "as what is around it". */
export type BlockAttrs = { id: string; dir: Direction | null; lang: string | null };

export type Paragraph = { type: "paragraph"; attrs: BlockAttrs; content?: Inline[] };
/** The chapter's title is level 1 of the page and no part of the document. */
export type Heading = { type: "heading"; attrs: BlockAttrs & { level: 2 | 3 | 4 }; content?: Inline[] };
/**
 * An image whose caption is its content, so that a caption can be quoted and pointed at like any other words. `alt` is
 * what it shows; empty for one that only decorates, null until its author has said.
 */
export type Figure = {
  type: "figure";
  attrs: BlockAttrs & { media: string; alt: string | null; width: number | null; height: number | null };
  content?: Inline[];
};
export type SceneBreak = { type: "sceneBreak"; attrs: { id: string } };

export type Quote = { type: "blockquote"; attrs: BlockAttrs; content: Flow[] };
export type ListItem = { type: "listItem"; content: [Paragraph, ...Flow[]] };
export type BulletList = { type: "bulletList"; attrs: BlockAttrs; content: ListItem[] };
export type OrderedList = { type: "orderedList"; attrs: BlockAttrs & { start: number }; content: ListItem[] };
/** What stands inside a quote, a note, a list item or a cell. */
export type Flow = Paragraph | Quote | BulletList | OrderedList | Figure | SceneBreak;

export type Cell = {
  type: "tableCell" | "tableHeader";
  attrs: { colspan: number; rowspan: number };
  content: Flow[];
};
export type TableRow = { type: "tableRow"; content: Cell[] };
export type Table = { type: "table"; attrs: BlockAttrs; content: TableRow[] };
/** The author speaking beside the story. */
export type Note = { type: "note"; attrs: BlockAttrs; content: Flow[] };

/** What a reader may want to know before a passage. */
export type PassageNotice = (typeof passageNotices)[number];
export const passageNotices = [
  "violence",
  "death",
  "abuse",
  "self-harm",
  "sexual-content",
  "strong-language",
  "drugs",
  "distress",
] as const;
/** Words that some would rather not come upon: readers meet its summary, and open it or go on behind it. */
export type Passage = {
  type: "passage";
  attrs: BlockAttrs & { notices: PassageNotice[]; summary: string };
  content: Flow[];
};

export type TextBlock = Paragraph | Heading | Figure;
export type TopBlock = Flow | Heading | Table | Note | Passage;
export type Document = { type: "doc"; attrs: { docVersion: typeof docVersion }; content: TopBlock[] };

export type ProseNode = Document | TopBlock | ListItem | TableRow | Cell | Inline;
export type NodeType = ProseNode["type"];
export type MarkType = Mark["type"];

/** A node before anybody has looked at it closely: for code that treats all nodes alike. */
export type LooseNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: LooseNode[];
  text?: string;
  marks?: Mark[];
};
