import { expect, test, vi } from "vitest";
import { attrs, chapter, longChapter, paragraph, words } from "./test/make-document.ts";
import { countDocument, countWords } from "./words.ts";

test.each([
  ["en", "Don't go — it's 3.5 miles, isn't it?", 7],
  ["en", "", 0],
  ["en", "* * * … —", 0],
  ["en", "well-known", 2],
  ["fr", "L'été, aujourd'hui.", 2],
  ["zh", "青色的灯笼熄灭了。", 5],
  ["ja", "私は東京へ行きます。", 6],
  ["th", "ผมกินข้าว", 3],
  ["ko", "등불이 꺼졌다.", 2],
  ["ar", "انطفأ الفانوس.", 2],
])("%s: %s has %i words", (language, text, count) => {
  expect(countWords(text, language)).toBe(count);
});

test("each block is counted in its own language, footnotes and captions with it, descriptions of pictures not", () => {
  const figure = {
    ...attrs(3),
    media: "x",
    alt: "Seven words that nobody wrote as fiction",
    width: null,
    height: null,
  };
  const document = chapter(
    paragraph(1, "Two words."),
    paragraph(2, "青色的灯笼熄灭了。", { lang: "zh" }),
    { type: "figure", attrs: figure, content: [words("A caption")] },
    {
      type: "paragraph",
      attrs: attrs(4),
      content: [words("One"), { type: "footnote", attrs: { id: "f000000001" }, content: [words("and two")] }],
    },
  );
  expect(countDocument(document, "en")).toEqual({ words: 2 + 5 + 2 + 1 + 2, minutes: 1 });
});

test("reading time follows the language; a blank chapter takes none", () => {
  const english = countDocument(longChapter(10_000), "en");
  expect(english.minutes).toBe(Math.round(english.words / 238));
  expect(countDocument(longChapter(10_000), "ar").minutes).toBeGreaterThan(english.minutes);
  expect(countDocument(chapter(paragraph(1)), "en")).toEqual({ words: 0, minutes: 0 });
});

test("a block in another language takes the time of that language", () => {
  const text = "lantern ".repeat(4760);
  const chapterIn = (lang: string | null) => countDocument(chapter(paragraph(1, text, { lang })), "en");
  expect(chapterIn(null)).toEqual({ words: 4760, minutes: 20 });
  expect(chapterIn("ar-EG")).toEqual({ words: 4760, minutes: 26 });
});

test("a hundred made-up languages are counted, not kept", () => {
  const blocks = Array.from({ length: 100 }, (_, n) =>
    paragraph(n + 1, "a b", {
      lang: `a${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`,
    }),
  );
  expect(countDocument(chapter(...blocks), "en").words).toBe(200);
});

test("of a chapter that was counted before, only what is another block is counted again", () => {
  const content = [paragraph(1, "One two."), paragraph(2, "Three.")];
  expect(countDocument(chapter(...content), "en").words).toBe(3);
  const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
  expect(countDocument(chapter(...content, paragraph(3, "Four.")), "en").words).toBe(4);
  expect(segment).toHaveBeenCalledTimes(1);
  segment.mockRestore();
});
