import { expect, test } from "vitest";
import { report, runInOrder, runSideBySide } from "./run-steps.ts";
import type { Step } from "./steps.ts";

const ends = (code: number): Step => ({
  name: "ends",
  command: ["node", "-e", `process.exit(${code})`],
  phase: "static",
});
const surroundings = { env: process.env, signal: new AbortController().signal };

test.each([
  ["none", [ends(0), ends(0)], true],
  ["the first", [ends(1), ends(0)], false],
  ["the last", [ends(0), ends(1)], false],
])("of two checks %s is red", async (_, steps, isGreen) => {
  expect(report(await runSideBySide(steps, surroundings))).toBe(isGreen);
  expect(report(await runInOrder(steps, surroundings))).toBe(isGreen);
});
