import { expect, test } from "vitest";
import { isTooDeep } from "./input-depth.ts";

const nested = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels / 2)}1${"]}".repeat(levels / 2)}`);

test.each([
  [0, false],
  [200, false],
  [202, true],
  [20_000, true],
])("%i levels: %s", (levels, expected) => {
  expect(isTooDeep(nested(levels))).toBe(expected);
});
