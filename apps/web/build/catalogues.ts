import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const src = join(import.meta.dirname, "../src");

/** The words of each feature lie with it; a message's name begins with its feature's. */
export const readCatalogues = (): string[] =>
  globSync("**/messages/en.json", { cwd: src })
    .sort()
    .map((file) => readFileSync(join(src, file), "utf8"));
