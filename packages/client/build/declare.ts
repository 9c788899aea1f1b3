import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const folder = join(import.meta.dirname, "..");
const declared = join(folder, "dist/declared");

/** The declarations that the entry leads to, and no others: what is inside stays inside. */
function take(file: string, taken: Set<string>): void {
  if (taken.has(file)) return;
  taken.add(file);
  // The compiler leaves the endings as they are written, but here only declarations are beside each other.
  const text = readFileSync(file, "utf8").replaceAll(/(from ")(\.[^"]*)\.ts"/g, (_, from: string, path: string) => {
    take(`${join(dirname(file), path)}.d.ts`, taken);
    return `${from}./${basename(path)}.js"`;
  });
  writeFileSync(join(folder, "dist", basename(file)), text);
}

execFileSync("tsc", ["-p", "tsconfig.build.json"], { cwd: folder, stdio: "inherit" });
mkdirSync(join(folder, "dist"), { recursive: true });
take(join(declared, "src/client.d.ts"), new Set());
rmSync(declared, { recursive: true });
