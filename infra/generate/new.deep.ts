import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout, removeCopy, runIn } from "../checks/planted.ts";

let copy = "";

beforeAll(() => {
  copy = copyCheckout(join(import.meta.dirname, "../.."));
}, 60_000);

afterAll(() => removeCopy(copy));

const ours = ["apps/server/src/domains/bookmark", "apps/server/src/rpc", "prisma/schema.test.ts"];

/** Everything `verify` does, but of the tests only those that a new domain can break. */
const steps: [string, ...string[]][] = [
  ["infra/checks/verify.ts", "--static"],
  ["node_modules/turbo/bin/turbo", "run", "generate", "types", "build", "--output-logs=errors-only"],
  ["node_modules/vitest/vitest.mjs", "run", "--config", "infra/checks/vitest.config.ts", ...ours],
  ["prisma/check-drift.ts"],
];

test("a new domain passes every check and every test there is for it", { timeout: 600_000 }, async () => {
  expect(await runIn(copy, ["infra/generate/new.ts", "domain", "bookmark"])).toMatchObject({ code: 0 });
  for (const step of steps) {
    const { code, output } = await runIn(copy, step);
    expect({ step: step[0], code, output: code === 0 ? "" : output }).toEqual({ step: step[0], code: 0, output: "" });
  }
});
