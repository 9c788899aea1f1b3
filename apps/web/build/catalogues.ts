import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const src = join(import.meta.dirname, "../src");

export type Catalogue = { file: string; text: string };

/** The words of each feature lie with it. */
export const readCatalogues = (): Catalogue[] =>
  globSync("**/messages/en.json", { cwd: src })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(src, file), "utf8") }));
