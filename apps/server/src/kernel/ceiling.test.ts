import { expect, test } from "vitest";
import { createCeiling } from "./ceiling.ts";

test("no more than so many are inside at once, and leaving twice counts once", () => {
  const ceiling = createCeiling(2);
  const [first, second] = [ceiling.enter(), ceiling.enter()];
  expect(ceiling.enter()).toBeNull();
  first?.();
  first?.();
  expect(ceiling.inside).toBe(1);
  expect(ceiling.enter()).not.toBeNull();
  expect(ceiling.enter()).toBeNull();
  second?.();
  expect(ceiling.inside).toBe(1);
});
