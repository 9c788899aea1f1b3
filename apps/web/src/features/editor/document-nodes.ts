import { isAlternativeText, isDirection, isLanguage, isMediaKey } from "@muejam/prose/values";
import { Node } from "@tiptap/core";
import type { DOMOutputSpec, Node as DocumentNode, TagParseRule } from "@tiptap/pm/model";
import { m } from "#messages";
import { passageLook } from "./passage-look.ts";

/** How a node looks in the browser and what it is read from; its structure comes from the document's own schema. */
type Look = {
  from?: readonly TagParseRule[];
  to: (node: DocumentNode, attrs: Record<string, unknown>) => DOMOutputSpec;
};

const plain = (tag: string): Look => ({ from: [{ tag }], to: (_, attrs) => [tag, attrs, 0] });
const levelOf = (level: number) => Math.min(4, Math.max(2, level));

const looks: Record<string, Look> = {
  blockquote: plain("blockquote"),
  bulletList: plain("ul"),
  // As it travels by the clipboard; `pictures` shows it.
  figure: {
    from: [{ tag: "figure[data-media]", getAttrs: readPicture, contentElement: captionOf }],
    to: ({ attrs: { media, alt, width, height } }, rest) => [
      "figure",
      { ...rest, "data-media": media },
      ["img", { alt, width, height }],
      ["figcaption", 0],
    ],
  },
  footnote: {
    from: [
      { tag: "span.footnote", contentElement: (note) => note.querySelector<HTMLElement>(".footnote-words") ?? note },
    ],
    to: () => [
      "span",
      { class: "footnote", role: "note", "aria-label": m.editor_footnote_name() },
      // Something on both sides of the words, so that a place beside the footnote is none in it.
      ["span", { class: "footnote-number", contenteditable: "false" }],
      ["span", { class: "footnote-words" }, 0],
      ["span", { contenteditable: "false" }],
    ],
  },
  hardBreak: { from: [{ tag: "br" }], to: () => ["br"] },
  heading: {
    from: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: levelOf(level) } })),
    to: ({ attrs }, rest) => [`h${attrs["level"]}`, rest, 0],
  },
  listItem: plain("li"),
  note: { from: [{ tag: "aside[role=note]" }], to: (_, attrs) => ["aside", { role: "note", ...attrs }, 0] },
  orderedList: {
    from: [{ tag: "ol", getAttrs: (list) => ({ start: startOf(list) }) }],
    to: ({ attrs }, rest) => ["ol", { start: attrs["start"], ...rest }, 0],
  },
  paragraph: plain("p"),
  passage: passageLook,
  sceneBreak: { from: [{ tag: "hr" }], to: () => ["hr"] },
  table: {
    from: [{ tag: "table" }],
    to: (_, attrs) => ["div", { class: "prose-table" }, ["table", attrs, ["tbody", 0]]],
  },
  tableCell: { from: [{ tag: "td", getAttrs: readSpans }], to: ({ attrs }) => ["td", spansOf(attrs), 0] },
  tableHeader: { from: [{ tag: "th", getAttrs: readSpans }], to: ({ attrs }) => ["th", spansOf(attrs), 0] },
  tableRow: { from: [{ tag: "tr" }], to: () => ["tr", 0] },
};

/** TipTap tells lists by this. */
const groups: Record<string, string> = { bulletList: "list", orderedList: "list" };

export const documentNodes = [
  Node.create({ name: "doc" }),
  Node.create({ name: "text" }),
  ...Object.entries(looks).map(([name, { from = [], to }]) =>
    Node.create({
      name,
      ...(groups[name] && { group: groups[name] }),
      addAttributes: () => ({
        // What comes from outside brings none, and `block-ids` gives each block its own.
        id: { rendered: false, keepOnSplit: false, parseHTML: () => null },
        // A block without a direction takes it from its first letter, as readers see it.
        dir: {
          parseHTML: (element: HTMLElement) => validOr(isDirection, element.getAttribute("dir")),
          renderHTML: ({ dir }: Record<string, unknown>) => ({ dir: dir ?? "auto" }),
        },
        lang: { parseHTML: (element: HTMLElement) => validOr(isLanguage, element.getAttribute("lang")) },
        ...Object.fromEntries(
          ["level", "start", "media", "alt", "width", "height", "colspan", "rowspan", "notices", "summary"].map(
            (own) => [own, { rendered: false, parseHTML: () => null }],
          ),
        ),
      }),
      parseHTML: () => from,
      renderHTML: ({ node, HTMLAttributes }) => to(node, HTMLAttributes),
    }),
  ),
];

function startOf(list: HTMLElement): number {
  const start = Number(list.getAttribute("start") ?? 1);
  return Number.isInteger(start) && start >= 0 && start <= 1_000_000 ? start : 1;
}

function spansOf({ colspan, rowspan }: Record<string, unknown>): Record<string, unknown> {
  return { ...(colspan !== 1 && { colspan }), ...(rowspan !== 1 && { rowspan }) };
}

function readPicture(figure: HTMLElement): false | Record<string, unknown> {
  const image = figure.querySelector("img");
  const alt = image?.getAttribute("alt") ?? null;
  const side = (name: string) => {
    const pixels = Number(image?.getAttribute(name) ?? Number.NaN);
    return Number.isInteger(pixels) && pixels >= 1 && pixels <= 20_000 ? pixels : null;
  };
  const { media } = figure.dataset;
  if (!isMediaKey(media)) return false;
  return { media, alt: isAlternativeText(alt) ? alt : null, width: side("width"), height: side("height") };
}

function captionOf(figure: HTMLElement): HTMLElement {
  return figure.querySelector("figcaption") ?? document.createElement("figcaption");
}

/** Whatever else is amiss with a grid, `tableEditing` mends. */
function readSpans(cell: HTMLElement): { colspan: number; rowspan: number } {
  const read = (name: string) => Math.min(50, Math.max(1, Math.trunc(Number(cell.getAttribute(name) ?? 1)) || 1));
  return { colspan: read("colspan"), rowspan: read("rowspan") };
}

function validOr(isValid: (value: unknown) => boolean, value: string | null): string | null {
  return isValid(value) ? value : null;
}
