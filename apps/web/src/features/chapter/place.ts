import type { Place } from "@muejam/contracts/reading";

/** A block of the chapter that stands in the page, with its plain text. */
export type Block = { id: string; text: string };

export type Anchor = Pick<Place, "block" | "offset" | "quote" | "prefix" | "suffix">;

const quoteMax = 120;
const aroundMax = 32;

/** The words at a place, and some before and after, by which it is found again when its block is gone. */
export function anchorIn({ id, text }: Block, offset: number): Anchor {
  const rest = text.slice(offset);
  // It is shown as well, so it ends with a whole word.
  const end =
    rest.length > quoteMax ? (/^[^]*(?=\s)/u.exec(rest.slice(0, quoteMax))?.[0].length ?? quoteMax) : rest.length;
  return {
    block: id,
    offset,
    quote: lined(rest.slice(0, end)),
    prefix: lined(text.slice(Math.max(0, offset - aroundMax), offset)),
    suffix: lined(rest.slice(end, end + aroundMax)),
  };
}

/** By the block's own name; else by the words, wherever they stand now; else by how far down it was. */
export function findBlock(blocks: readonly Block[], place: Anchor & Pick<Place, "perMille">): Block | null {
  const named = blocks.find(({ id }) => id === place.block);
  if (named) return named;
  const { quote, prefix, suffix } = place;
  const holding = quote === "" ? [] : blocks.filter(({ text }) => lined(text).includes(quote));
  const around = (text: string) => Number(text.includes(prefix)) + Number(text.includes(suffix));
  const [best] = holding.toSorted((one, other) => around(lined(other.text)) - around(lined(one.text)));
  return best ?? blocks[Math.floor((place.perMille / 1000) * (blocks.length - 1))] ?? null;
}

/** One line without what a database refuses or a cut has halved. */
const lined = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .replace(/\p{Cs}/gu, "")
    .normalize("NFC")
    .trim();
