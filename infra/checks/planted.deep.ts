import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout, plants, removeCopy, runVerify, whilePlanted } from "./planted.ts";

let copy = "";

beforeAll(() => {
  copy = copyCheckout(join(import.meta.dirname, "../.."));
}, 60_000);

afterAll(() => removeCopy(copy));

test.each(plants)("verify refuses when nothing is wrong but that $what", { timeout: 120_000 }, async (plant) => {
  const { code, output } = await whilePlanted(copy, [plant], () => runVerify(copy, "--static"));
  expect(code).toBe(1);
  expect(output).toContain(plant.file);
  expect(output).toContain(plant.says);
});
