import { docVersion, type MarkType, type NodeType } from "./document.ts";
import * as values from "./values.ts";

/** `fallback` is what a missing or wrong value becomes when a document is sanitised; without one it is refused. */
export type AttrRule = { accepts: (value: unknown) => boolean; words: string; fallback?: unknown };

/** `first` is what the first child must be; the rest are `each`. `isBarrenAllowed` lets the node stand without children. */
export type Children = { first?: NodeType; each: readonly NodeType[]; isBarrenAllowed: boolean };

export type NodeRule = { attrs: Record<string, AttrRule>; children: Children | null };

const wholeNumber = (min: number, max: number) => (value: unknown) => values.isWholeNumber(value, { min, max });
const orNull = (accepts: (value: unknown) => boolean) => (value: unknown) => value === null || accepts(value);

const id: AttrRule = { accepts: values.isBlockId, words: "A block's id is a letter and nine letters or digits." };
const ofBlock = {
  id,
  dir: { accepts: orNull(values.isDirection), words: "A direction is ltr, rtl or null.", fallback: null },
  lang: { accepts: orNull(values.isLanguage), words: "A language is a tag like en or pt-BR, or null.", fallback: null },
} satisfies Record<string, AttrRule>;
const pixels: AttrRule = {
  accepts: orNull(wholeNumber(1, 20_000)),
  words: "A picture's side is 1 to 20,000 pixels, or null.",
  fallback: null,
};
const span: AttrRule = { accepts: wholeNumber(1, 50), words: "A cell spans 1 to 50 rows or columns.", fallback: 1 };

const inline = { each: ["text", "hardBreak", "footnote"], isBarrenAllowed: true } satisfies Children;
const flow: readonly NodeType[] = ["paragraph", "blockquote", "bulletList", "orderedList", "figure", "sceneBreak"];
const flowing = { each: flow, isBarrenAllowed: false } satisfies Children;
const only = (type: NodeType): Children => ({ each: [type], isBarrenAllowed: false });
const cell: NodeRule = { attrs: { colspan: span, rowspan: span }, children: flowing };

/** The document, in one table: what the validator accepts, the sanitiser fills in and the editor's schema is checked against. */
export const nodeRules: Record<NodeType, NodeRule> = {
  doc: {
    attrs: {
      docVersion: { accepts: (value) => value === docVersion, words: `The document's version must be ${docVersion}.` },
    },
    children: { each: [...flow, "heading", "table", "note", "passage"], isBarrenAllowed: false },
  },
  paragraph: { attrs: ofBlock, children: inline },
  heading: {
    attrs: { ...ofBlock, level: { accepts: wholeNumber(2, 4), words: "A heading's level is 2, 3 or 4.", fallback: 2 } },
    children: inline,
  },
  figure: {
    attrs: {
      ...ofBlock,
      media: { accepts: values.isMediaKey, words: "A picture is named by the key of a stored file." },
      alt: {
        accepts: orNull(values.isAlternativeText),
        words: "A picture's description has up to 1,000 characters, and is null until it is said.",
      },
      width: pixels,
      height: pixels,
    },
    children: inline,
  },
  sceneBreak: { attrs: { id }, children: null },
  blockquote: { attrs: ofBlock, children: flowing },
  bulletList: { attrs: ofBlock, children: only("listItem") },
  orderedList: {
    attrs: {
      ...ofBlock,
      start: { accepts: wholeNumber(0, 1_000_000), words: "A list starts at 0 to 1,000,000.", fallback: 1 },
    },
    children: only("listItem"),
  },
  listItem: { attrs: {}, children: { ...flowing, first: "paragraph" } },
  table: { attrs: ofBlock, children: only("tableRow") },
  tableRow: { attrs: {}, children: { each: ["tableCell", "tableHeader"], isBarrenAllowed: false } },
  tableCell: cell,
  tableHeader: cell,
  note: { attrs: ofBlock, children: flowing },
  passage: {
    attrs: {
      ...ofBlock,
      notices: { accepts: values.arePassageNotices, words: "A passage is named for what is in it, each thing once." },
      summary: { accepts: values.isSummary, words: "A passage needs a summary of one line and 1 to 200 characters." },
    },
    children: flowing,
  },
  text: { attrs: {}, children: null },
  hardBreak: { attrs: {}, children: null },
  footnote: { attrs: { id }, children: { each: ["text"], isBarrenAllowed: true } },
};

/** In the order in which they wrap: a link is outermost, so that one link never becomes two. */
export const markRules: Record<MarkType, Record<string, AttrRule>> = {
  link: {
    href: { accepts: values.isLinkAddress, words: "A link leads to an https, http or mailto address." },
  },
  strong: {},
  emphasis: {},
  underline: {},
  strike: {},
  smallCaps: {},
};

const markRanks = new Map<unknown, number>(Object.keys(markRules).map((type, rank) => [type, rank]));

export function ruleOf(type: unknown): NodeRule | null {
  return isNodeType(type) ? nodeRules[type] : null;
}

export function isNodeType(type: unknown): type is NodeType {
  return typeof type === "string" && Object.hasOwn(nodeRules, type);
}

export function isMarkType(type: unknown): type is MarkType {
  return markRanks.has(type);
}

/** -1 for a mark that nobody knows. */
export function rankOfMark(type: unknown): number {
  return markRanks.get(type) ?? -1;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
