import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCheckout, plants, removeCopy, runVerify, whilePlanted } from "./planted.ts";

let copy = "";
let refusal = { code: 0 as number | null, output: "" };

// Every step runs to its end and prints each of its findings, so one run answers for all; the deep run plants each alone.
beforeAll(async () => {
  copy = copyCheckout(join(import.meta.dirname, "../.."));
  refusal = await whilePlanted(copy, plants, () => runVerify(copy, "--static"));
}, 120_000);

afterAll(() => removeCopy(copy));

test("without the plants the copy is green", { timeout: 120_000 }, async () => {
  const { code, output } = await runVerify(copy, "--static");
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
});

test.each(plants)("verify refuses when $what", ({ file, says }) => {
  expect(refusal.code).toBe(1);
  expect(findingsIn(refusal.output, file).filter((finding) => finding.includes(says))).not.toEqual([]);
});

/** Every mention of the file, with the lines around it: some tools name the reason first, others after. */
function findingsIn(output: string, file: string): string[] {
  const lines = output.split("\n");
  return lines.flatMap((line, at) =>
    line.includes(file) ? [lines.slice(Math.max(0, at - 1), at + 2).join("\n")] : [],
  );
}
