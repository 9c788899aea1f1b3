import { expect, test } from "vitest";
import { createCeiling } from "./ceiling.ts";

test("no more than so many are inside at once, and leaving twice counts once", () => {
  const ceiling = createCeiling(2);
  const [first, second] = [ceiling.enter("a"), ceiling.enter("b")];
  expect(ceiling.enter("c")).toBeNull();
  first?.();
  first?.();
  expect(ceiling.inside).toBe(1);
  expect(ceiling.enter("c")).not.toBeNull();
  expect(ceiling.enter("d")).toBeNull();
  second?.();
  expect(ceiling.inside).toBe(1);
});

test("nobody holds more than a quarter of the places", () => {
  const ceiling = createCeiling(8);
  const [first, second] = [ceiling.enter("a"), ceiling.enter("a")];
  expect(second).not.toBeNull();
  expect(ceiling.enter("a")).toBeNull();
  expect(ceiling.enter("b")).not.toBeNull();
  first?.();
  first?.();
  expect(ceiling.enter("a")).not.toBeNull();
  expect(ceiling.enter("a")).toBeNull();
});
