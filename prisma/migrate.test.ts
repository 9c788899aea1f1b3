import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { MigrateError, migrate } from "./migrate.ts";
import { createDatabase } from "./testing/databases.ts";
import { withOwner } from "./testing/server.ts";

test("four runners at once apply each migration once", async () => {
  const { url, folder } = await prepare({ "1_first": "CREATE TABLE one ()", "2_second": "CREATE TABLE two ()" });

  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)));

  expect(results.flatMap(({ applied }) => applied).sort()).toEqual(["1_first", "2_second"]);
});

test("a failing migration leaves nothing behind and is refused by name until it is resolved", async () => {
  const { url, folder, write } = await prepare({ "1_first": "CREATE TABLE one ()" });
  await migrate(url, folder);
  await write("2_bad", "CREATE TABLE two (); SELECT 1 / 0; CREATE TABLE three ();");

  await expect(migrate(url, folder)).rejects.toThrow("The migration 2_bad failed: division by zero.");
  expect(await tables(url)).toEqual(["_prisma_migrations", "one"]);
  await expect(migrate(url, folder)).rejects.toThrow(/The migration 2_bad began at .* and did not finish/);

  await query(url, "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL");
  await write("2_bad", "CREATE TABLE two ()");
  expect(await migrate(url, folder)).toEqual({ applied: ["2_bad"] });
});

test("an applied migration whose file changed is refused", async () => {
  const { url, folder, write } = await prepare({ "1_first": "CREATE TABLE one ()" });
  await migrate(url, folder);
  await write("1_first", "CREATE TABLE another ()");
  await expect(migrate(url, folder)).rejects.toThrow("The migration 1_first was changed after it was applied");
});

test("a database that is newer than the code is refused", async () => {
  const { url, folder } = await prepare({ "1_first": "CREATE TABLE one ()", "2_second": "CREATE TABLE two ()" });
  await migrate(url, folder);
  await rm(join(folder, "2_second"), { recursive: true });
  const refusal = expect(migrate(url, folder)).rejects;
  await refusal.toThrow(MigrateError);
  await expect(migrate(url, folder)).rejects.toThrow(
    "This database is newer than this code: it has the migration 2_second",
  );
});

test("an index is built concurrently while other runners wait for their turn", async () => {
  const { url, folder } = await prepare({
    "1_table": "CREATE TABLE one (id int)",
    "2_index": "-- Alone in its file.\nCREATE INDEX CONCURRENTLY one_id_idx ON one (id);",
  });
  const results = await Promise.all([1, 2, 3].map(() => migrate(url, folder)));
  expect(results.flatMap(({ applied }) => applied).sort()).toEqual(["1_table", "2_index"]);
});

test("function bodies are kept whole, and no setting reaches the next migration", async () => {
  const { url, folder } = await prepare({
    "1_body":
      "SET statement_timeout = '7s'; CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;",
    "2_seen": "CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS statement_timeout",
  });
  await migrate(url, folder);
  expect(await query(url, "SELECT f() AS one, statement_timeout FROM seen")).toEqual([
    { one: 1, statement_timeout: "15min" },
  ]);
});

async function prepare(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "muejam-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = await createDatabase(inject("testRun"));
  onTestFinished(database.drop);
  const write = async (name: string, sql: string): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, "migration.sql"), sql);
  };
  for (const [name, sql] of Object.entries(files)) await write(name, sql);
  return { url: database.directUrl, folder, write };
}

function query(url: string, sql: string): Promise<object[]> {
  return withOwner(url, async (client) => (await client.query<object>(sql)).rows);
}

function tables(url: string): Promise<string[]> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    return rows.map(({ tablename }) => tablename);
  });
}
