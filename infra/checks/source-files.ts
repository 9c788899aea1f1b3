import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Tracked and new files, without what .gitignore names and without files deleted but not yet committed. */
export function listSourceFiles(root = process.cwd()): string[] {
  const output = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return [...new Set(output.split("\n"))].filter((file) => file !== "" && existsSync(join(root, file))).sort();
}

export function countLines(file: string): number {
  return readFileSync(file, "utf8").trimEnd().split("\n").length;
}

/** Prints the faults, and fails the step when there are any; else prints the figure. */
export function conclude(faults: readonly string[], figure: string): void {
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(figure);
}
