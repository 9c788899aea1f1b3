/** What is looked for, and how exactly. */
export type Sought = { words: string; isCaseKept: boolean; isWhole: boolean; language: string };
export type Span = { from: number; to: number };

/** Where it stands in a text, for as many texts as are asked for; null when nothing is looked for. */
export function searchFor({ words, isCaseKept, isWhole, language }: Sought): ((text: string) => Span[]) | null {
  if (words === "") return null;
  const pattern = new RegExp(sourceOf(words), isCaseKept ? "gu" : "giu");
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return (text) => {
    const found = Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
      from: index,
      to: index + length,
    }));
    if (!isWhole || found.length === 0) return found;
    const segments = segmenter.segment(text);
    const parts = (at: number) => at === text.length || segments.containing(at)?.index === at;
    return found.filter(({ from, to }) => parts(from) && parts(to));
  };
}

/**
 * Quotes that a keyboard has stand for those that a book has, a space for every space, and a letter for how else it can
 * be spelled; Arabic and Hebrew are looked for with and without their vowels. Nothing ends within a letter and its marks.
 */
function sourceOf(words: string): string {
  const isVowelled = /\p{M}/u.test(words.normalize("NFD").replace(/[^\p{sc=Arab}\p{sc=Hebr}\p{M}]/gu, ""));
  const sources = Array.from(graphemes.segment(words), ({ segment: sign }) => {
    if (/['‘’]/.test(sign)) return "['‘’]";
    if (/["“”]/.test(sign)) return '["“”„]';
    if (/\s/.test(sign)) return "[^\\S\\n]";
    const spellings = new Set([sign, sign.normalize("NFC"), sign.normalize("NFD")]);
    const source = `(?:${Array.from(spellings, plain).join("|")})`;
    return !isVowelled && /[\p{sc=Arab}\p{sc=Hebr}]/u.test(sign) ? `${source}[\\p{M}\u0640]*` : source;
  });
  return `${sources.join("")}(?![\\p{M}\\p{EMod}\u200d])`;
}

const graphemes = new Intl.Segmenter();
const plain = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
