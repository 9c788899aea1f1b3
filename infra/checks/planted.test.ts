import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout, plants, removeCopy, runVerify, whilePlanted } from "./planted.ts";

let copy = "";

beforeAll(() => {
  copy = copyCheckout(join(import.meta.dirname, "../.."));
}, 60_000);

afterAll(() => removeCopy(copy));

test("the copy is green before anything is planted", { timeout: 60_000 }, async () => {
  const { code, output } = await runVerify(copy, "--static");
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
});

test.each(plants)("verify refuses when $what", { timeout: 60_000 }, async (plant) => {
  const { code, output } = await whilePlanted(copy, plant, () => runVerify(copy, "--static"));
  expect(code).toBe(1);
  expect(output).toContain(plant.file);
  expect(output).toContain(plant.says);
});
