import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

export type Datasource = { url: string; shadowDatabaseUrl: string | undefined };
export type Datamodels = [path: string, text: string][];
type Command = "version" | "can-connect-to-database" | "create-database" | "serve";
type Arguments = { command: Command; datasource: Datasource; datamodels: Datamodels | undefined };

export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true });
  const given: Partial<Datasource> = typeof values.datasource === "string" ? JSON.parse(values.datasource) : {};
  const paths = values.datamodels?.filter((path) => typeof path === "string");
  return {
    command: values.version ? "version" : toCommand(positionals),
    datasource: { url: given.url ?? "postgresql://127.0.0.1/none", shadowDatabaseUrl: given.shadowDatabaseUrl },
    datamodels: paths?.flatMap(listSchemaFiles).map((path) => [path, readFileSync(path, "utf8")]),
  };
}

const OPTIONS = {
  datamodels: { type: "string", multiple: true },
  datasource: { type: "string" },
  version: { type: "boolean" },
  "enabled-preview-features": { type: "string" },
  "extension-types": { type: "string" },
} as const;

function toCommand([first, second]: string[]): Command {
  if (first !== "cli") return "serve";
  return second === "create-database" ? "create-database" : "can-connect-to-database";
}

function listSchemaFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" });
  return inside.filter((name) => name.endsWith(".prisma")).map((name) => join(path, name));
}
