import { expect, test } from "vitest";
import { judgePairs } from "../../test/visibility-twins.ts";

test("the predicate and the function agree on 10,000 random pairs", { timeout: 120_000 }, async () => {
  const { differing, seen, hidden } = await judgePairs(10_000);
  expect(differing).toEqual([]);
  expect(seen + hidden).toBe(10_000);
  expect(Math.min(seen, hidden)).toBeGreaterThan(10_000 / 10);
});
