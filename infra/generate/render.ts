import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pascal } from "./domain-name.ts";

export type Rendered = { file: string; text: string };

const folder = join(import.meta.dirname, "templates");

/** The templates lie where their files will; paths and texts have the same three gaps. */
export function renderDomain(name: string, stamp: string): Rendered[] {
  const fill = (text: string): string =>
    text.replaceAll("{{name}}", name).replaceAll("{{Name}}", pascal(name)).replaceAll("{{stamp}}", stamp);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      file: fill(relative(folder, path).replace(/\.tpl$/, "")),
      text: fill(readFileSync(path, "utf8")),
    }))
    .sort((a, b) => a.file.localeCompare(b.file));
}

/** After every migration there is, whatever the clock says. */
export function nextStamp(now: Date, migrations: readonly string[]): string {
  const fromClock = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const last = migrations
    .map((folderName) => folderName.slice(0, 14))
    .filter((stamp) => /^\d{14}$/.test(stamp))
    .sort()
    .at(-1);
  return last === undefined || fromClock > last ? fromClock : String(BigInt(last) + 1n);
}
