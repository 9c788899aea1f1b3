import { createHash, randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { migrate } from "../migrate.ts";
import { readMigrations } from "../runner/files.ts";
import { assertTestUrl, createAppLogin, withDatabase, withOwner } from "./server.ts";

/** What a worker needs to clone its own database. */
export type TestRun = { ownerUrl: string; runId: number; template: string };
export type TestDatabase = { name: string; directUrl: string; drop(): Promise<void> };

/** Migrates the template unless a former run has, and sweeps what dead runs left. Call `end` when all workers are done. */
export async function startTestRun(ownerUrl: string): Promise<TestRun & { end(): Promise<void> }> {
  assertTestUrl(ownerUrl);
  const runId = randomInt(1, 2 ** 31);
  const hash = await hashShape();
  const template = `muejam_template_${hash}_test`;
  // Held until the end: while the session lives, no other run takes this run's databases for leftovers.
  const holder = new Client({ connectionString: ownerUrl });
  holder.on("error", () => undefined);
  await holder.connect();
  await holder.query("SELECT pg_advisory_lock($1, $2), pg_advisory_lock_shared($1, $3)", [RUNS, runId, toKey(hash)]);
  await withOwner(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1, 0)", [RUNS]);
    await sweep(client);
    if (!(await exists(client, template))) await buildTemplate(client, ownerUrl, template);
    await createAppLogin(client, ownerUrl);
  });
  return { ownerUrl, runId, template, end: () => holder.end() };
}

/** A migrated database of one's own, in some 60 ms. */
export function cloneDatabase(run: TestRun): Promise<TestDatabase> {
  return createDatabase(run, run.template);
}

export async function createDatabase({ ownerUrl, runId }: TestRun, template = "template0"): Promise<TestDatabase> {
  const name = `muejam_run${runId.toString(16)}_${randomUUID().slice(0, 8)}_test`;
  await withOwner(ownerUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    name,
    directUrl: withDatabase(ownerUrl, name),
    drop: () => withOwner(ownerUrl, (client) => drop(client, name)),
  };
}

/** The first half of our advisory locks; a run or a template is the second. */
const RUNS = 72707370;

/** Whatever decides what a migrated database looks like. */
async function hashShape(): Promise<string> {
  const root = join(import.meta.dirname, "..");
  const hash = createHash("sha256");
  for (const file of await readMigrations(join(root, "migrations"))) hash.update(file.name).update(file.checksum);
  hash.update(await readFile(join(root, "runner/queue.ts")));
  const worker = createRequire(import.meta.url).resolve("graphile-worker");
  hash.update(await readFile(join(dirname(worker), "../package.json")));
  return hash.digest("hex").slice(0, 12);
}

function toKey(hash: string): number {
  return Number.parseInt(hash.slice(0, 7), 16);
}

/** Nobody can connect to the finished template, so no test can change what the others start from. */
async function buildTemplate(client: Client, ownerUrl: string, template: string): Promise<void> {
  const unfinished = template.replace(/_test$/, "_unfinished_test");
  await client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`);
  await migrate(withDatabase(ownerUrl, unfinished));
  await client.query(`ALTER DATABASE ${unfinished} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

async function sweep(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'muejam%'",
  );
  for (const { datname } of rows) {
    // Templates are built under the lock that we hold, so nobody is still at this one.
    if (/^muejam_template_.*_unfinished_test$/.test(datname)) await drop(client, datname);
    const [, kind, id] = /^muejam_(run|template_)([0-9a-f]+)_(?:[0-9a-f]+_)?test$/.exec(datname) ?? [];
    if (!kind || !id) continue;
    const key = kind === "run" ? Number.parseInt(id, 16) : toKey(id);
    if (await isAbandoned(client, key)) await drop(client, datname);
  }
}

async function isAbandoned(client: Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS free", [RUNS, key]);
  return rows[0]?.free ?? false;
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  return rowCount === 1;
}

async function drop(client: Client, database: string): Promise<void> {
  if (!(await exists(client, database))) return;
  await client.query(`ALTER DATABASE ${database} WITH IS_TEMPLATE false`);
  await client.query(`DROP DATABASE ${database} WITH (FORCE)`);
}
