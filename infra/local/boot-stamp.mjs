import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Changes with everything that decides what an install would do. */
export function stampOf(checkout) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...packagesIn(checkout, ".", 2).sort(byText)];
  for (const file of files)
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(checkout, file)))
      .update("\n");
  return hash.digest("hex");
}

function packagesIn(checkout, folder, depth) {
  const entries = readdirSync(join(checkout, folder), { withFileTypes: true });
  const own = entries.filter((entry) => entry.isFile() && entry.name === "package.json");
  const inner = depth === 0 ? [] : entries.filter((entry) => entry.isDirectory() && isOurs(entry.name));
  return own
    .map((entry) => join(folder, entry.name))
    .concat(inner.flatMap((entry) => packagesIn(checkout, join(folder, entry.name), depth - 1)));
}

function isOurs(folder) {
  return folder !== "node_modules" && !folder.startsWith(".");
}

function byText(one, other) {
  return one < other ? -1 : 1;
}
