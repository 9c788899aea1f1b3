import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { choices, lookOf, wordsOf } from "./page-look.ts";

const css = readFileSync(new URL("./page-look.css", import.meta.url), "utf8");
const usual = { size: "20", width: "66", leading: "16", face: "book", edge: "ragged" };

test("what is kept comes back, and only what was chosen is kept", () => {
  expect(lookOf("")).toEqual(usual);
  expect(wordsOf(usual)).toBe("");
  const look = { ...usual, size: "28", edge: "justified" };
  expect(wordsOf(look)).toBe("size-28 edge-justified");
  expect(lookOf(wordsOf(look))).toEqual(look);
});

test("what nobody can choose is as usual", () => {
  expect(lookOf("size-99 toString-x width- face-clear")).toEqual({ ...usual, face: "clear" });
});

test("every choice that is not the usual one has its rule", () => {
  for (const [aspect, values] of Object.entries(choices))
    for (const value of values.filter((one) =>
      Object.entries(usual).every(([name, is]) => name !== aspect || is !== one),
    ))
      expect(css).toContain(`[data-page~="${aspect}-${value}"]`);
});
