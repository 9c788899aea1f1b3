import { expect, test } from "vitest";
import { directionOf } from "./direction.ts";

test.each([
  ["en-GB", "ltr"],
  ["ar", "rtl"],
  ["fa-IR", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["he", "rtl"],
  ["zh-Hant", "ltr"],
  ["en-a-b-c", "ltr"],
])("%s is read %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
