import { expect, test } from "vitest";
import { readCatalogues } from "./catalogues.ts";
import { leftwards, longer, respell } from "./pseudo.ts";

test("every word is longer, marked and in brackets; inputs and conditions stay", () => {
  const catalogue = JSON.stringify({
    a_plain: "Back to {title}",
    a_count: [{ declarations: ["input n"], selectors: ["form"], match: { "form=*": "{n} words \\{so\\}" } }],
  });
  expect(JSON.parse(respell(catalogue, longer))).toEqual({
    a_plain: "[Bááçk tóó {title}]",
    a_count: [{ declarations: ["input n"], selectors: ["form"], match: { "form=*": "[{n} wóórdš \\{šóó\\}]" } }],
  });
  expect(JSON.parse(respell(catalogue, leftwards))).toMatchObject({ a_plain: `${leftwards("Back to")} {title}` });
});

test("what is longer is so by some 40 % over all words, and no word of three letters is left as it was", () => {
  const english = readCatalogues().map(({ text }) => text);
  const long = english.map((text) => respell(text, longer));
  const wordsOf = (texts: string[]) =>
    texts.flatMap((text) => Object.values<unknown>(JSON.parse(text)).filter((one) => typeof one === "string"));
  const lengthOf = (texts: string[]) => wordsOf(texts).join("").length;
  expect(lengthOf(long) / lengthOf(english)).toBeGreaterThan(1.35);
  const bare = wordsOf(long).map((text) => text.replaceAll(/\{\w+\}/g, ""));
  expect(bare.filter((text) => /(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/u.test(text))).toEqual([]);
});
