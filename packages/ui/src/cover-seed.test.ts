import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawLots } from "./cover-seed.ts";

const css = readFileSync(new URL("./cover.css", import.meta.url), "utf8");
const lots = Array.from({ length: 800 }, (_, seed) => drawLots(`0192f0c1-${seed}`));
const countsOf = (names: readonly string[]) =>
  [...Map.groupBy(names, (name) => name).values()].map(({ length }) => length);

test("one seed is one cover", () => {
  const [one, other] = [drawLots("a story"), drawLots("a story")];
  expect([one.design, one.paper, one.dice(), one.dice()]).toEqual([
    other.design,
    other.paper,
    other.dice(),
    other.dice(),
  ]);
  expect({ ...one, dice: [one.dice(), one.dice()] }).toMatchInlineSnapshot(`
    {
      "design": "wrapper",
      "dice": [
        0.4976058891043067,
        0.17030612053349614,
      ],
      "paper": "slate",
    }
  `);
});

test("all designs and papers are drawn about equally often", () => {
  for (const count of countsOf(lots.map(({ design }) => design))) expect(count).toBeGreaterThan(160);
  for (const count of countsOf(lots.map(({ paper }) => paper))) expect(count).toBeGreaterThan(65);
  expect(new Set(lots.map(({ design, paper }) => `${design} ${paper}`)).size).toBe(32);
});

test("each paper has its colours", () => {
  for (const { paper } of lots) expect(css).toContain(`[data-paper="${paper}"]`);
});
