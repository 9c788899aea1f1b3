import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCatalogues } from "./catalogues.ts";

const src = join(import.meta.dirname, "../src");
const names = readCatalogues().flatMap(({ file, text }) =>
  Object.keys(JSON.parse(text)).map((name) => ({ name, feature: /^features\/([^/]+)\//.exec(file)?.[1] })),
);

test("a message is named after the feature it lies with, and stands once", () => {
  const astray = names.filter(({ name, feature }) => feature && !name.startsWith(`${feature.replaceAll("-", "_")}_`));
  expect(astray).toEqual([]);
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
});

test("every message is shown somewhere, and a feature shows its own and those that all share", () => {
  const shown = globSync(["**/*.{ts,tsx}", "../index.html"], { cwd: src }).flatMap((file) =>
    [...readFileSync(join(src, file), "utf8").matchAll(/\bm\.(\w+)/g)].map(([, name]) => ({
      name,
      feature: /^features\/([^/]+)\//.exec(file)?.[1],
    })),
  );
  const used = new Set(shown.map(({ name }) => name));
  expect(names.filter(({ name }) => !used.has(name))).toEqual([]);
  const homes = new Map(names.map(({ name, feature }) => [name, feature]));
  const foreign = shown.filter(
    ({ name, feature }) => feature && homes.get(name ?? "") && homes.get(name ?? "") !== feature,
  );
  expect(foreign).toEqual([]);
});
