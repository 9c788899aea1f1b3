import { join } from "node:path";
import { expect, test } from "vitest";
import { findSilent, moduleCountMin, readGraph } from "./graph.ts";

test("every planted violation is seen", async () => {
  expect(await findSilent()).toEqual([]);
});

test("the cruiser has a compiler and sees the whole workspace", async () => {
  const { moduleCount } = await readGraph(join(import.meta.dirname, "../.."));
  expect(moduleCount).toBeGreaterThan(moduleCountMin);
});
