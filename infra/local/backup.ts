import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Client } from "pg";
import { type Entry, textEntry, writeArchive } from "./archive-write.ts";
import { copyRunning } from "./base-copy.ts";
import { borrowEmbedded } from "./borrow.ts";
import { withClient } from "./database.ts";
import { Fault, run } from "./fault.ts";
import { assertWritable, checkout, type Home, homeOf } from "./home.ts";

/** What a restore must know before it touches anything. */
export type Manifest = { format: 1; madeAt: string; platform: string; postgres: number; migrations: string[] };

export const MANIFEST = "manifest.json";
export const platformHere = `${process.platform}-${process.arch}`;

/** Writes database, keys and files of a home into one file; MueJam may be running meanwhile. */
export async function backUp(home: Home, file: string): Promise<void> {
  if (!existsSync(home.postgres)) throw new Fault(`There is nothing to back up in ${home.folder}.`);
  if (existsSync(file)) throw new Fault(`${file} exists already; choose another name.`);
  mkdirSync(dirname(file), { recursive: true });
  const { urls, giveBack } = await borrowEmbedded(home, "backup");
  try {
    await withClient(urls.DIRECT_DATABASE_URL, (client) => writeArchive(file, entriesOf(client, home)));
  } finally {
    await giveBack();
  }
}

async function* entriesOf(client: Client, home: Home): AsyncGenerator<Entry> {
  yield textEntry(MANIFEST, JSON.stringify(await manifestOf(client), null, 2));
  for (const [name, path] of [
    ["keys.json", home.keys],
    ["database.json", home.database],
  ] as const)
    if (existsSync(path)) yield textEntry(name, readFileSync(path, "utf8"));
  yield* copyRunning(client, home.postgres);
  // After the database: a file that it names must not be missing, one too many does no harm.
  if (existsSync(home.files)) yield* filesIn(home.files);
}

async function manifestOf(client: Client): Promise<Manifest> {
  const { rows } = await client.query<{ version: string; has_history: boolean }>(
    "SELECT current_setting('server_version_num') AS version, to_regclass('_prisma_migrations') IS NOT NULL AS has_history",
  );
  const applied = rows[0]?.has_history
    ? await client.query<{ name: string }>(
        "SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name",
      )
    : { rows: [] };
  const postgres = Math.floor(Number(rows[0]?.version) / 10_000);
  const migrations = applied.rows.map(({ name }) => name);
  return { format: 1, madeAt: new Date().toISOString(), platform: platformHere, postgres, migrations };
}

function* filesIn(folder: string): Generator<Entry> {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    if (stat?.isFile())
      yield { path: `files/${path}`, mode: 0o600, size: stat.size, content: createReadStream(join(folder, path)) };
  }
}

async function main(): Promise<number> {
  if (process.env["DATABASE_URL"])
    throw new Fault(
      "DATABASE_URL names a server of yours; back that one up with its own tools, and your keys with it.",
    );
  const home = homeOf(process.env);
  assertWritable(home);
  const name = `muejam-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.tar.gz`;
  // Not inside the checkout: whatever cleans that must not clean its backups as well.
  const file = process.argv[2]
    ? resolve(process.env["INIT_CWD"] ?? checkout, process.argv[2])
    : join(homedir(), "muejam-backups", name);
  console.log(`Backing up ${home.folder} …`);
  await backUp(home, file);
  console.log(`Written: ${file} (${(statSync(file).size / 1e6).toFixed(1)} MB)`);
  console.log(
    existsSync(home.keys)
      ? "It holds the database, the uploaded files and keys.json: keep it as safe as a password."
      : "It holds the database and the uploaded files; the keys are in your environment: keep those as well.",
  );
  return 0;
}

if (import.meta.main) await run(main);
