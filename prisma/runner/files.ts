import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export type MigrationFile = { name: string; sql: string; checksum: string };

/** In the order of their names, which begin with the time of writing. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

/** Such a statement refuses to run inside a transaction, so it must be alone in its file. */
export function isConcurrent(sql: string): boolean {
  return /\bCONCURRENTLY\b/i.test(sql.replace(/--.*$/gm, ""));
}

async function readMigration(folder: string, name: string): Promise<MigrationFile> {
  const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
