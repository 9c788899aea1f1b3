import fc from "fast-check";
import { expect, test } from "vitest";
import { type Sought, searchFor } from "./sought.ts";

const found = (words: string, text: string, how: Partial<Sought> = {}) =>
  (searchFor({ words, isCaseKept: false, isWhole: false, language: "en", ...how })?.(text) ?? []).map(({ from, to }) =>
    text.slice(from, to),
  );

test.each([
  ["small and great letters alike", "harbour", "Harbour, HARBOUR", {}, ["Harbour", "HARBOUR"]],
  ["or not", "harbour", "Harbour, harbour", { isCaseKept: true }, ["harbour"]],
  ["whole words", "tide", "Tides turn; the tide, tide's", { isWhole: true }, ["tide"]],
  ["signs are signs", "(a.b)*", "aab (a.b)* (acb)", {}, ["(a.b)*"]],
  ["a keyboard's quotes", `"don't"`, "“Don’t” he said", {}, ["“Don’t”"]],
  ["every space", "the sea", "the\u00a0sea, the sea", {}, ["the\u00a0sea", "the sea"]],
  ["another spelling of the same letter", "café", "cafe\u0301 café cafe", {}, ["cafe\u0301", "café"]],
  ["never half a letter", "cafe", "cafe\u0301 cafe", {}, ["cafe"]],
  ["never a part of a sign", "👩", "👩‍🚀 👩", {}, ["👩"]],
  ["Greek's two sigmas", "ΟΔΟΣ", "οδος οδός", {}, ["οδος"]],
  ["Arabic with and without vowels", "كتب", "كَتَبَ كتب", {}, ["كَتَبَ", "كتب"]],
  ["its vowels where they are asked for", "كَتَبَ", "كَتَبَ كتب", {}, ["كَتَبَ"]],
  ["Hebrew's points", "שלום", "שָׁלוֹם", {}, ["שָׁלוֹם"]],
  ["words that no spaces part", "京都", "東京都と京都", { isWhole: true, language: "ja" }, ["京都"]],
  ["words in Chinese", "大学", "北京大学的大学生", { language: "zh" }, ["大学", "大学"]],
])("%s", (_, words, text, how, expected) => {
  expect(found(words, text, how)).toEqual(expected);
});

test("nothing is found where nothing is looked for", () => {
  expect(searchFor({ words: "", isCaseKept: false, isWhole: false, language: "en" })).toBeNull();
});

test("whatever stands in a text is found there", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, (before, words, after) => {
      fc.pre(words !== "" && !/[\p{M}\p{EMod}\u200d]/u.test(words + after));
      const all = `${before} ${words} ${after}`;
      expect(found(words, all, { isCaseKept: true }).length).toBeGreaterThan(0);
    }),
  );
});
