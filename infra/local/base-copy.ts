import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { type Entry, textEntry } from "./archive-write.ts";

/** Contents that a server makes anew, and what belongs to the running one only. */
const EMPTIED = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_stat_tmp",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_subtrans",
  "pg_dynshmem",
]);
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label|tablespace_map)$|(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)$/;
const CONTROL = "global/pg_control";

/**
 * A running server's data folder as it was at one instant: the files as they come, and the log from the first
 * to the last moment of copying, from which the restored server repairs whatever changed in between.
 */
export async function* copyRunning(client: Client, folder: string): AsyncGenerator<Entry> {
  // The slot keeps the server from recycling the log that the copy will need; it ends with the session.
  await client.query("SELECT pg_create_physical_replication_slot($1, true, true)", [`backup_${process.pid}`]);
  const start = await client.query<{ file: string }>("SELECT pg_walfile_name(pg_backup_start('muejam', true)) AS file");
  for (const path of pathsIn(folder)) yield* entryOf(folder, path);
  yield* entryOf(folder, CONTROL);
  const stop = await client.query<{ file: string; label: string }>(
    "SELECT pg_walfile_name(lsn) AS file, labelfile AS label FROM pg_backup_stop(false)",
  );
  const [first = "", last = "", label = ""] = [start.rows[0]?.file, stop.rows[0]?.file, stop.rows[0]?.label];
  yield textEntry("postgres/backup_label", label);
  for (const name of readdirSync(join(folder, "pg_wal")))
    if (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last) yield* entryOf(folder, `pg_wal/${name}`);
}

function* pathsIn(folder: string, under = ""): Generator<string> {
  for (const { name } of readdirSync(join(folder, under), { withFileTypes: true })) {
    const path = under ? `${under}/${name}` : name;
    if (LEFT_OUT.test(path) || path === CONTROL) continue;
    yield path;
    if (!statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory()) continue;
    if (!EMPTIED.has(path)) yield* pathsIn(folder, path);
    else for (const kept of ["archive_status", "summaries"]) if (path === "pg_wal") yield `pg_wal/${kept}`;
  }
}

/** A file that is gone by now was dropped while we copied; the log drops it at the restore. */
function* entryOf(folder: string, path: string): Generator<Entry> {
  const file = join(folder, path);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  const entry = { path: `postgres/${path}`, mode: stat.isDirectory() ? 0o700 : 0o600, size: stat.size };
  yield stat.isDirectory() ? entry : { ...entry, content: bytesOf(file) };
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
