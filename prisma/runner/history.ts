import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { isConcurrent, type MigrationFile } from "./files.ts";

type Row = { migration_name: string; checksum: string; started_at: Date; finished_at: Date | null };

/** A reason not to touch the database, said in one sentence to whoever runs the migrations. */
export class MigrateError extends Error {
  override readonly name = "MigrateError";
}

/** What is left to apply. The table is Prisma's own, so its command line and this runner can take turns. */
export async function findPending(client: Client, files: MigrationFile[]): Promise<MigrationFile[]> {
  await client.query(CREATE_HISTORY);
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, started_at, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const row of rows) assertTrustworthy(row, byName.get(row.migration_name));
  const applied = new Set(rows.map((row) => row.migration_name));
  return files.filter((file) => !applied.has(file.name));
}

export async function applyMigration(client: Client, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    file.checksum,
    file.name,
  ]);
  try {
    if (isConcurrent(file.sql)) await runAlone(client, file, id);
    else await runInTransaction(client, file, id);
    // A migration's SET outlives its transaction; the next one must not inherit it.
    await client.query("RESET ALL");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Where the connection itself is what failed, the reason below says so.
    await recordFailure(client, id, reason).catch(() => undefined);
    throw new MigrateError(`The migration ${file.name} failed: ${reason}.`, { cause: error });
  }
}

async function recordFailure(client: Client, id: string, reason: string): Promise<void> {
  await client.query("ROLLBACK");
  await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, reason]);
}

/** The effect and its mark commit together, so an unfinished row always means: nothing of it happened. */
async function runInTransaction(client: Client, file: MigrationFile, id: string): Promise<void> {
  await client.query("BEGIN");
  await client.query(file.sql);
  await client.query(MARK_FINISHED, [id]);
  await client.query("COMMIT");
}

async function runAlone(client: Client, file: MigrationFile, id: string): Promise<void> {
  // Waiting for older transactions to end is what CONCURRENTLY is for; the lock time-out would count that.
  await client.query("SET lock_timeout = 0");
  await client.query(file.sql);
  await client.query(MARK_FINISHED, [id]);
}

function assertTrustworthy(row: Row, file: MigrationFile | undefined): void {
  const { migration_name: name } = row;
  if (row.finished_at === null)
    throw new MigrateError(
      `The migration ${name} began at ${row.started_at.toISOString()} and did not finish: mend its cause, then mark it with "prisma migrate resolve --rolled-back ${name}" and start again.`,
    );
  if (!file)
    throw new MigrateError(
      `This database is newer than this code: it has the migration ${name}, which this code does not know.`,
    );
  if (file.checksum !== row.checksum)
    throw new MigrateError(
      `The migration ${name} was changed after it was applied to this database: restore the file and write a new migration instead.`,
    );
}

const MARK_FINISHED = "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1";

const CREATE_HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;
