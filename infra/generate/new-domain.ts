import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { refuseName } from "./domain-name.ts";
import { nextStamp, type Rendered, renderDomain } from "./render.ts";
import {
  authorisationFile,
  composeFile,
  doorsFile,
  rootFile,
  wireInputs,
  wireJobs,
  wireRouter,
  wireRows,
} from "./wire.ts";

/** What stops the command, in a sentence; nothing has been changed then. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

type Order = { root: string; name: string | undefined; now: Date; finish?: (root: string, files: string[]) => void };

/** Writes and wires the slice, and says what it wrote. All of it stands in the end, or nothing. */
export function newDomain({ root, name, now, finish = formatAndGenerate }: Order): string[] {
  const refusal = refuseName(name, takenIn(root));
  if (refusal !== null || name === undefined) throw new Refusal(refusal ?? "");
  const stamp = nextStamp(now, readdirSync(join(root, "prisma/migrations")));
  const fresh = renderDomain(name, stamp);
  const clash = fresh.find(({ file }) => existsSync(join(root, file)));
  if (clash) throw new Refusal(`${clash.file} exists, so "${name}" is not a new domain.`);

  const read = (file: string): Rendered => ({ file, text: readFileSync(join(root, file), "utf8") });
  const wirings = [
    [rootFile, wireRouter],
    [composeFile, wireJobs],
    [authorisationFile, wireRows],
    [doorsFile, wireInputs],
  ] as const;
  const before = wirings.map(([file]) => read(file));
  const wired = wirings.map(([file, wire]) => ({ file, text: wire(read(file).text, name) }));
  const files = [...fresh, ...wired].map(({ file }) => file);
  const made: string[] = [];
  try {
    for (const { file, text } of [...fresh, ...wired]) made.push(...write(root, file, text));
    finish(root, files);
  } catch (error) {
    for (const { file } of fresh) rmSync(join(root, file), { force: true });
    for (const folder of made.reverse()) rmdirSync(folder);
    for (const { file, text } of before) writeFileSync(join(root, file), text);
    throw error;
  }
  return files;
}

function takenIn(root: string): Set<string> {
  const folders = ["apps/server/src/domains", "packages/contracts/src", "prisma/schema", "apps/web/src/features"];
  const stems = folders.flatMap((folder) => readdirSync(join(root, folder)).map((entry) => parse(entry).name));
  const schemas = readdirSync(join(root, "prisma/schema")).map((file) => join(root, "prisma/schema", file));
  const models = schemas.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^(?:model|enum) (\w+)/gm)]);
  return new Set([...stems, ...models.map(([, model = ""]) => model.toLowerCase())]);
}

/** Returns the folders it had to make, outermost first. */
function write(root: string, file: string, text: string): string[] {
  const missing: string[] = [];
  for (let folder = dirname(join(root, file)); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return missing;
}

/** The client of the database and the tree of routes follow from what was written. */
function formatAndGenerate(root: string, files: string[]): void {
  const formatted = files.filter((file) => !/\.(prisma|sql)$/.test(file));
  run(root, ["biome", "check", "--write", ...formatted]);
  run(root, ["turbo", "run", "generate", "build", "--output-logs=errors-only"]);
}

function run(root: string, [program = "", ...args]: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed.\n${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`);
}
