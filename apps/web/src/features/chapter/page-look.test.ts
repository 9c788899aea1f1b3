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

test("what is usual on a phone is no choice there, and one elsewhere", () => {
  const onPhones = { ...usual, size: "16" };
  expect(wordsOf(onPhones, onPhones)).toBe("");
  expect(wordsOf({ ...onPhones, size: "20" }, onPhones)).toBe("size-20");
  expect(lookOf("size-20 width-74", onPhones)).toEqual({ ...usual, width: "74" });
});

test("every choice that is not the usual one has its rule", () => {
  for (const [aspect, values] of Object.entries(choices))
    for (const value of values.filter((one) => aspect === "size" || !Object.values<string>(usual).includes(one)))
      expect(css).toContain(`[data-page~="${aspect}-${value}"]`);
});
