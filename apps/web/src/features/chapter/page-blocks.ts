import { type Anchor, anchorIn, type Block } from "./place.ts";

/** The blocks of the prose in this page, in order, without those that only hold others. */
export function blocksIn(prose: Element): { block: Block; element: Element }[] {
  const elements = [...prose.querySelectorAll("[id^='b-']:not(hr, [role=doc-endnotes] *)")];
  return elements
    .filter((element) => !element.querySelector("[id^='b-']"))
    .map((element) => ({ block: { id: element.id.slice(2), text: textOf(element) }, element }));
}

export type Progress = { perMille: number; paragraph: number; paragraphs: number };

/** How much of the prose has come past the middle of the window, and which paragraph stands there. */
export function progressIn(prose: Element): Progress {
  const { top, height, bottom } = prose.getBoundingClientRect();
  const line = innerHeight / 2;
  // Whoever sees the last line has read it, however short the chapter.
  const share = bottom <= innerHeight ? 1 : (line - top) / height;
  const paragraphs = [...prose.querySelectorAll(":scope > p")];
  const beyond = paragraphs.findIndex((paragraph) => paragraph.getBoundingClientRect().top > line);
  const paragraph = beyond < 0 ? paragraphs.length : beyond;
  const isBegun = scrollY > 0;
  return {
    perMille: isBegun || share === 1 ? Math.round(Math.min(1, Math.max(0, share)) * 1000) : 0,
    paragraph: Math.max(1, isBegun ? paragraph : 1),
    paragraphs: paragraphs.length,
  };
}

/** The first words that are to be seen beneath the bar. */
export function anchorAt(prose: Element, line: number): Anchor | null {
  const found = blocksIn(prose).find(({ element }) => element.getBoundingClientRect().bottom > line);
  return found ? anchorIn(found.block, offsetAt(found.element, line)) : null;
}

/** As the document counts: a break is one line feed, a footnote's number nothing. */
const textOf = (element: Element): string =>
  leaves(element)
    .map((leaf) => (leaf instanceof Text ? leaf.data : "\n"))
    .join("");

function leaves(element: Element): (Text | Element)[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return [node];
    if (!(node instanceof Element) || node.localName === "sup") return [];
    return node.localName === "br" ? [node] : leaves(node);
  });
}

/** Where the first letter below a height stands. */
function offsetAt(element: Element, line: number): number {
  const range = new Range();
  let offset = 0;
  for (const leaf of leaves(element)) {
    const length = leaf instanceof Text ? leaf.length : 1;
    range.selectNodeContents(leaf);
    if (leaf instanceof Text && range.getBoundingClientRect().bottom > line) return offset + lettersAbove(leaf, line);
    offset += length;
  }
  return 0;
}

function lettersAbove(text: Text, line: number): number {
  const range = new Range();
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    range.setStart(text, middle);
    range.setEnd(text, middle + 1);
    if (range.getBoundingClientRect().bottom > line) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}
