import { type Document, docVersion, type TopBlock } from "./document.ts";
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
  const counts = document.content.map((block) => countBlock(block, language));
  const words = counts.reduce((sum, count) => sum + count.words, 0);
  const minutes = counts.reduce((sum, count) => sum + count.minutes, 0);
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(minutes)) };
}

/** A chapter is counted with every key that is pressed, and all its blocks but one are the same objects as before. */
const counted = new WeakMap<TopBlock, { language: string; count: Count }>();

function countBlock(block: TopBlock, language: string): Count {
  const known = counted.get(block);
  if (known?.language === language) return known.count;
  const count = { words: 0, minutes: 0 };
  for (const { text, lang } of walk({ type: "doc", attrs: { docVersion }, content: [block] })) {
    const words = text === "" ? 0 : countWords(text, lang ?? language);
    count.words += words;
    count.minutes += minutesOf(words, lang ?? language);
  }
  counted.set(block, { language, count });
  return count;
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
