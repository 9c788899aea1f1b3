import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first program of that name that could be run, as a shell would find it. */
export function findOnPath(name: string, path = process.env["PATH"] ?? ""): string | null {
  const candidates = path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
