import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout, removeCopy, runIn, runVerify } from "../checks/planted.ts";

let copy = "";

beforeAll(() => {
  copy = copyCheckout(join(import.meta.dirname, "../.."));
}, 60_000);

afterAll(() => removeCopy(copy));

test("a new domain passes every check and every test there is", { timeout: 600_000 }, async () => {
  expect(await runIn(copy, ["infra/generate/new.ts", "domain", "bookmark"])).toMatchObject({ code: 0 });
  const { code, output } = await runVerify(copy);
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
});
