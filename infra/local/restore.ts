import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readFirst, unpackArchive } from "./archive-read.ts";
import { MANIFEST, type Manifest, platformHere } from "./backup.ts";
import { readMemory, withClient } from "./database.ts";
import { Fault, run } from "./fault.ts";
import { assertWritable, checkout, type Home, homeAt, homeOf } from "./home.ts";
import { takeLock } from "./lock.ts";
import { startPostgres } from "./postgres.ts";
import { findBinaries } from "./postgres-binaries.ts";

export type Restore = { file: string; mayReplace: boolean; say?: (line: string) => void };

/** Puts a backup in the place of a home. Nothing is touched before the copy has been checked and has been seen to start. */
export async function restore(home: Home, { file, mayReplace, say = () => undefined }: Restore): Promise<void> {
  const lock = await takeLock(home.lock, "restore");
  const unpacked = homeAt(join(home.folder, "restore.unfinished"));
  try {
    await assertFits(file);
    const present = partsOf(home);
    if (present.length > 0 && !mayReplace)
      throw new Fault(
        `${home.folder} holds data already; add --replace to move that aside and put the backup in its place.`,
      );
    rmSync(unpacked.folder, { recursive: true, force: true });
    mkdirSync(unpacked.folder, { mode: 0o700 });
    say("Unpacking and checking every file …");
    await unpackArchive(file, unpacked.folder);
    say("Starting the copy once …");
    await prove(unpacked);
    if (present.length > 0) say(`What was there is now in ${moveAside(home)}`);
    for (const path of partsOf(unpacked)) renameSync(path, join(home.folder, basename(path)));
  } finally {
    rmSync(unpacked.folder, { recursive: true, force: true });
    lock.release();
  }
}

async function assertFits(file: string): Promise<void> {
  const { path, text } = await readFirst(file);
  const manifest = path === MANIFEST ? (JSON.parse(text) as Manifest) : null;
  if (manifest?.format !== 1) throw new Fault(`${file} is not a backup that this code can read.`);
  const { major } = await findBinaries();
  if (manifest.postgres !== major)
    throw new Fault(
      `The backup is of PostgreSQL ${manifest.postgres}, this code brings PostgreSQL ${major}; nothing was changed.`,
    );
  if (manifest.platform !== platformHere)
    throw new Fault(
      `The backup was made on ${manifest.platform} and cannot be read on ${platformHere}; nothing was changed.`,
    );
  const known = new Set(readdirSync(join(checkout, "prisma/migrations")));
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown)
    throw new Fault(
      `The backup is newer than this code: it has the migration ${unknown}, which this code does not know.`,
    );
}

/** The passwords in the backup belong to the roles in its database; the port and place of its last start do not matter here. */
async function prove(unpacked: Home): Promise<void> {
  const memory = readMemory(unpacked);
  if (!memory) throw new Fault("The backup lacks database.json; nothing was changed.");
  const { ownerPassword, appPassword } = memory;
  writeFileSync(unpacked.database, JSON.stringify({ ownerPassword, appPassword }, null, 2), { mode: 0o600 });
  const log = join(unpacked.folder, "postgres.log");
  const server = await startPostgres({ folder: unpacked.postgres, log, password: ownerPassword });
  try {
    await withClient(server.url("muejam"), (client) => client.query("SELECT FROM pg_class"));
  } finally {
    await server.stop();
  }
}

function moveAside(home: Home): string {
  const aside = join(home.folder, `replaced-${new Date().toISOString().replaceAll(":", "-")}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const path of partsOf(home)) renameSync(path, join(aside, basename(path)));
  return aside;
}

const partsOf = ({ postgres, keys, database, files }: Home): string[] =>
  [keys, database, files, postgres].filter((path) => existsSync(path));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: "boolean" } } });
  const [name] = positionals;
  if (!name) throw new Fault("Say which file: npm run restore -- FILE [--replace]");
  const home = homeOf(process.env);
  assertWritable(home);
  const file = resolve(process.env["INIT_CWD"] ?? checkout, name);
  await restore(home, { file, mayReplace: values.replace ?? false, say: (line) => console.log(line) });
  console.log(
    `Restored into ${home.folder}; npm start brings it up${existsSync(home.keys) ? "" : ", with the keys of its environment"}.`,
  );
  return 0;
}

if (import.meta.main) await run(main);
