import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ErrorCode, ErrorIssue, ErrorParams } from "@muejam/contracts/error";
import { z } from "zod";
import { appRouter } from "../../apps/server/src/rpc/root.ts";
import { createPrinter } from "./zod-types.ts";

const root = join(import.meta.dirname, "../..");
const file = join(root, "packages/client/generated/api.ts");

const Schema = z.custom<z.ZodType>((value) => value instanceof z.ZodType);
const Definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  inputs: z.array(Schema).max(1),
  output: Schema.optional(),
  resolver: z.custom<{ tells?: z.ZodType }>(),
});
const Procedures = z.record(z.string(), z.custom<{ _def: unknown }>());

/** Every procedure with what goes in and comes out, in types that name nothing outside of their file. */
async function renderApi(): Promise<string> {
  const names = await readNames();
  const { print, aliases } = createPrinter((schema) => names.get(schema));
  const tree: Tree = {};
  for (const [path, given] of Object.entries(Procedures.parse(appRouter._def.procedures))) {
    const { type, inputs, output, resolver } = Definition.parse(given._def);
    const told = output ?? resolver.tells;
    if (!told) throw new Error(`${path} does not say what it answers.`);
    const kind = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    place(
      tree,
      path.split("."),
      `${kind}<${inputs[0] ? print(inputs[0], "input") : "void"}, ${print(told, "output")}>`,
    );
  }
  for (const schema of [ErrorCode, ErrorIssue, ErrorParams]) print(schema, "output");
  return [
    'import type { Mutation, Query, Subscription } from "../src/procedures.ts";',
    ...[...aliases].sort(([a], [b]) => a.localeCompare(b)).map(([name, text]) => `export type ${name} = ${text};`),
    `/** Everything that MueJam answers. */\nexport type Api = ${write(tree)};`,
    `export const errorCodes: readonly ErrorCode[] = ${JSON.stringify(ErrorCode.options)};\n`,
  ].join("\n\n");
}

/** What the contracts call their schemas. */
async function readNames(): Promise<Map<unknown, string>> {
  const folder = join(root, "packages/contracts/src");
  const names = new Map<unknown, string>();
  const files = readdirSync(folder).filter((name) => !name.endsWith(".test.ts"));
  for (const name of files.sort()) {
    const contract: Record<string, unknown> = await import(join(folder, name));
    for (const [exported, value] of Object.entries(contract)) {
      if (!(value instanceof z.ZodType) || names.has(value)) continue;
      if ([...names.values()].includes(exported)) throw new Error(`Two contracts are called ${exported}.`);
      names.set(value, exported);
    }
  }
  return names;
}

type Tree = { [name: string]: Tree | string };

function place(tree: Tree, [name = "", ...rest]: string[], type: string): void {
  if (rest.length === 0) {
    tree[name] = type;
    return;
  }
  const branch = (tree[name] ??= {});
  if (typeof branch !== "string") place(branch, rest, type);
}

const write = (tree: Tree | string): string =>
  typeof tree === "string"
    ? tree
    : `{\n${Object.entries(tree)
        .map(([name, branch]) => `readonly ${name}: ${write(branch)};`)
        .join("\n")}\n}`;

if (import.meta.main) {
  mkdirSync(dirname(file), { recursive: true });
  const input = await renderApi();
  writeFileSync(file, execFileSync("biome", ["format", "--stdin-file-path=api.ts"], { input, cwd: root }));
}
