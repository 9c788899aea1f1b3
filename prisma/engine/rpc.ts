import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { type MigrationList, SchemaEngine, type SchemaFilter } from "@prisma/schema-engine-wasm";
import { createAdapterFactory } from "./adapter.ts";
import type { Datamodels, Datasource } from "./arguments.ts";

/** Of the parameters, only those that are read here. A line without a method acknowledges something we printed. */
type Request = { id: number; method?: string; params: { migrationsList: MigrationList; filters: SchemaFilter } };

/** Answers one request after another, until the command line closes our stdin. */
export async function serve(datasource: Datasource, datamodels: Datamodels | undefined): Promise<void> {
  const panics = listenForPanics();
  const factory = bindMigrationAwareSqlAdapterFactory(createAdapterFactory(datasource));
  // It connects at once. Were that to fail out here, the command line would see the end of the stream as success.
  let engine: SchemaEngine | undefined;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const request: Request = JSON.parse(line);
    if (!request.method) continue;
    try {
      engine ??= await SchemaEngine.new({ datamodels }, () => undefined, factory);
      send({ id: request.id, result: await call(engine, request, request.method) });
    } catch (error) {
      send({ id: request.id, error: { code: 4466, message: "schema engine error", data: explain(error, panics) } });
    }
  }
  process.exit(0);
}

async function call(engine: SchemaEngine, { id, params }: Request, name: string): Promise<unknown> {
  // These two only read what a diagnosis with a shadow database has left behind in this process.
  if (name === "createMigration" || name === "evaluateDataLoss")
    await engine.diagnoseMigrationHistory({ ...params, optInToShadowDatabase: true });
  const method: unknown = Reflect.get(engine, name === "getDatabaseVersion" ? "version" : name);
  if (typeof method !== "function") throw new Error(`This engine has no method ${name}.`);
  const result: unknown = await method.call(engine, params);
  if (name === "diff") printDiff(id, result);
  return result ?? null;
}

/** The native engine prints a difference by asking the command line to; the WebAssembly one only returns it. */
function printDiff(id: number, result: unknown): void {
  const { stdout }: { stdout?: unknown } = result ?? {};
  if (typeof stdout !== "string") return;
  send({ id: 1_000_000 + id, method: "print", params: { content: stdout.trimEnd() } });
}

type Panics = { last: string | undefined };

/** The compiled engine looks for this name when it panics, and is unusable afterwards. */
function listenForPanics(): Panics {
  const panics: Panics = { last: undefined };
  const registry = {
    set_message: (message: string) => {
      panics.last = message;
    },
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  process.on("uncaughtException", (error) => {
    console.error(panics.last ?? error);
    process.exit(101);
  });
  return panics;
}

function explain(error: unknown, panics: Panics): Record<string, unknown> {
  const known: { code?: string; message?: string; meta?: object } = error instanceof Error ? error : {};
  if (known.code) return { is_panic: false, message: known.message, error_code: known.code, meta: known.meta ?? {} };
  const message = panics.last ?? known.message ?? String(error);
  return { is_panic: panics.last !== undefined, message, backtrace: "" };
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
