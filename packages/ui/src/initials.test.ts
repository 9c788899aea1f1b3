import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["Rosa Okell", "RO"],
  ["Ana María de la Cruz", "AC"],
  ["nuala_dace", "ND"],
  ["Nuala", "N"],
  ["𝒜da", "𝒜"],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
