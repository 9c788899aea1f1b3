import type { Document } from "./document.ts";
import { walk } from "./walk.ts";

export type Count = { words: number; minutes: number };

/**
 * Words a minute of silent reading, rounded. 238 is Brysbaert's mean for English (2019); where a language packs more
 * into a word, or the segmenter cuts words shorter, the figure differs. They are estimates to plan an evening by.
 */
const wordsPerMinute: Record<string, number> = {
  ar: 180,
  fa: 180,
  fi: 180,
  he: 190,
  ja: 220,
  ko: 190,
  tr: 190,
  zh: 170,
};
const wordsPerMinuteElsewhere = 238;

/** Authors name the languages, so their number is theirs; what we keep of them is not. */
const segmenterCountMax = 40;
const segmenters = new Map<string, Intl.Segmenter>();

/** As Unicode cuts words, by dictionary where a language writes no spaces (Chinese, Japanese, Thai, Khmer). */
export function countWords(text: string, language = "en"): number {
  let count = 0;
  for (const segment of segmenterFor(language).segment(text)) if (segment.isWordLike) count += 1;
  return count;
}

/** Each block in its own language; `language` is the chapter's. Footnotes and captions count, descriptions of pictures do not. */
export function countDocument(document: Document, language: string): Count {
  let words = 0;
  let minutes = 0;
  for (const block of walk(document)) {
    const own = block.lang ?? language;
    const count = block.text === "" ? 0 : countWords(block.text, own);
    words += count;
    minutes += minutesOf(count, own);
  }
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(minutes)) };
}

/** For words that were counted before; not rounded. */
export const minutesOf = (words: number, language: string): number =>
  words / (wordsPerMinute[language.slice(0, 2)] ?? wordsPerMinuteElsewhere);

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: "word" });
  if (segmenters.size >= segmenterCountMax) segmenters.clear();
  segmenters.set(language, made);
  return made;
}
