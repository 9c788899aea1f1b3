import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { readMigrations } from "./runner/files.ts";
import { applyMigration, findPending, MigrateError } from "./runner/history.ts";
import { migrateQueue } from "./runner/queue.ts";

export { MigrateError } from "./runner/history.ts";

const MIGRATIONS = join(import.meta.dirname, "migrations");
/** The number that Prisma's command line takes too. */
const LOCK = 72707369;
const LOCK_WAIT_MS = 120_000;

/** Brings a database to this code's shape. Any number of processes may call it at once. */
export async function migrate(directUrl: string, folder = MIGRATIONS): Promise<{ applied: string[] }> {
  const files = await readMigrations(folder);
  const client = new Client({ connectionString: directUrl, lock_timeout: 10_000, statement_timeout: 900_000 });
  await client.connect();
  try {
    await takeLock(client);
    const pending = await findPending(client, files);
    for (const file of pending) await applyMigration(client, file);
    await migrateQueue(directUrl);
    return { applied: pending.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

/** Asks again and again, since a session that waits for the lock holds a snapshot, and CONCURRENTLY waits for that. */
async function takeLock(client: Client): Promise<void> {
  const deadline = Date.now() + LOCK_WAIT_MS;
  while (Date.now() < deadline) {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [LOCK]);
    if (rows[0]?.taken) return;
    await wait(50);
  }
  throw new MigrateError("Another process has been migrating this database for two minutes; look at it first.");
}
