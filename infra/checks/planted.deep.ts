import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout, plants, removeCopy, runCheck, whilePlanted } from "./planted.ts";

let copy = "";

beforeAll(async () => {
  copy = copyCheckout(join(import.meta.dirname, "../.."));
  const { code, output } = await runCheck(copy, "generate");
  if (code !== 0) throw new Error(output);
}, 120_000);

afterAll(() => removeCopy(copy));

// `npm test` plants all of them at once before `verify` itself, which is red as soon as one of its checks is.
test.each(plants)("the check refuses when nothing is wrong but that $what", async (plant) => {
  const { code, output } = await whilePlanted(copy, [plant], () => runCheck(copy, plant.check));
  expect(code).toBe(1);
  expect(output).toContain(plant.file);
  expect(output).toContain(plant.says);
});
