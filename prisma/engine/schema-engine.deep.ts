import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { migrate } from "../migrate.ts";
import { createDatabase } from "../testing/databases.ts";
import { withOwner } from "../testing/server.ts";

// Prisma's unmodified command line on our engine, with no network: each test works on a copy of the schema.
vi.setConfig({ testTimeout: 120_000 });

test("a migration authored by `migrate dev` deploys on a database made by the runner", async () => {
  const { prisma, folder, url, change } = await prepare();
  await migrate(url);
  await change(
    'model Lantern {\n  id Int @id\n  litAt DateTime @map("lit_at") @db.Timestamptz(3)\n\n  @@map("lantern")\n}\n',
  );

  const authored = await prisma("migrate", "dev", "--name", "lantern");
  expect(authored).toMatchObject({
    code: 0,
    output: expect.stringContaining("Your database is now in sync with your schema."),
  });
  expect((await readdir(join(folder, "migrations"))).filter((name) => name.endsWith("_lantern"))).toHaveLength(1);

  expect(await prisma("migrate", "status")).toMatchObject({
    code: 0,
    output: expect.stringContaining("Database schema is up to date!"),
  });
  expect(await migrate(url, join(folder, "migrations"))).toEqual({ applied: [] });

  const other = await createDatabase(inject("testRun"));
  onTestFinished(other.drop);
  await migrate(other.directUrl);
  const { applied } = await migrate(other.directUrl, join(folder, "migrations"));
  expect(applied).toEqual([expect.stringMatching(/_lantern$/)]);
});

test("the runner accepts a database made by `migrate deploy`, and `migrate deploy` one made by the runner", async () => {
  const { prisma, folder, url, write } = await prepare();
  expect(await prisma("migrate", "deploy")).toMatchObject({
    code: 0,
    output: expect.stringContaining("All migrations have been successfully applied."),
  });
  expect(await migrate(url, join(folder, "migrations"))).toEqual({ applied: [] });

  await write(
    "20990101000000_body",
    "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;",
  );
  await migrate(url, join(folder, "migrations"));
  expect(await prisma("migrate", "deploy")).toMatchObject({
    code: 0,
    output: expect.stringContaining("No pending migrations to apply."),
  });

  await write(
    "20990101000001_body",
    "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END $$;",
  );
  expect(await prisma("migrate", "deploy")).toMatchObject({
    code: 0,
    output: expect.stringContaining("20990101000001_body"),
  });
  expect(await migrate(url, join(folder, "migrations"))).toEqual({ applied: [] });
});

test("a failed `migrate deploy` leaves nothing behind, and both refuse until it is resolved", async () => {
  const { prisma, folder, url, write } = await prepare();
  await write("20990101000000_bad", "CREATE TABLE half (); SELECT 1 / 0;");

  expect(await prisma("migrate", "deploy")).toMatchObject({
    code: 1,
    output: expect.stringContaining("division by zero"),
  });
  expect(await exists(url, "half")).toBe(false);
  expect(await prisma("migrate", "deploy")).toMatchObject({ code: 1, output: expect.stringContaining("P3009") });
  await expect(migrate(url, join(folder, "migrations"))).rejects.toThrow("The migration 20990101000000_bad began at");

  expect(await prisma("migrate", "resolve", "--rolled-back", "20990101000000_bad")).toMatchObject({ code: 0 });
  await write("20990101000000_bad", "CREATE TABLE half ();");
  expect(await migrate(url, join(folder, "migrations"))).toEqual({ applied: ["20990101000000_bad"] });
});

test("four `migrate deploy` at once apply each migration once", async () => {
  const { prisma, url, folder } = await prepare();
  const results = await Promise.all([1, 2, 3, 4].map(() => prisma("migrate", "deploy")));
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(await migrate(url, join(folder, "migrations"))).toEqual({ applied: [] });
});

test("a schema without its migration is drift, and so is a comparison that could not take place", async () => {
  const { prisma, change } = await prepare();
  const compare = ["migrate", "diff", "--from-migrations", "migrations", "--to-schema", "schema", "--exit-code"];
  expect(await prisma(...compare)).toMatchObject({
    code: 0,
    output: expect.stringContaining("No difference detected."),
  });
  await change("model Lantern {\n  id Int @id\n}\n");
  expect(await prisma(...compare)).toMatchObject({ code: 2, output: expect.stringContaining("Lantern") });

  const dead = await prepare("postgresql://127.0.0.1:1/none_test");
  expect(await dead.prisma(...compare)).toMatchObject({
    code: 1,
    output: expect.stringContaining("Can't reach database server"),
  });
});

test("no shadow database is left behind", async () => {
  const left = () =>
    withOwner(inject("testRun").ownerUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow_db%'",
      );
      return rows;
    });
  // Others on this server may be at it; theirs go away too.
  await expect.poll(left, { timeout: 60_000, interval: 200 }).toEqual([]);
});

const PACKAGE = join(import.meta.dirname, "..");

type Answer = { code: number; output: string };

async function prepare(url?: string) {
  const folder = await mkdtemp(join(tmpdir(), "muejam-prisma-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const part of ["schema", "migrations"]) await cp(join(PACKAGE, part), join(folder, part), { recursive: true });
  await writeFile(join(folder, "prisma.config.mjs"), CONFIG);
  const database = url ? { directUrl: url, drop: async () => undefined } : await createDatabase(inject("testRun"));
  onTestFinished(database.drop);
  return {
    folder,
    url: database.directUrl,
    prisma: (...args: string[]) => runPrisma(folder, database.directUrl, args),
    change: (model: string) => appendFile(join(folder, "schema/base.prisma"), `\n${model}`),
    write: async (name: string, sql: string) => {
      await mkdir(join(folder, "migrations", name), { recursive: true });
      await writeFile(join(folder, "migrations", name, "migration.sql"), sql);
    },
  };
}

const CONFIG = `export default {
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL },
};
`;

function runPrisma(cwd: string, url: string, args: string[]): Promise<Answer> {
  const engine = join(import.meta.dirname, "schema-engine.ts");
  const env = { ...process.env, DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: engine, NO_COLOR: "1" };
  const command = join(PACKAGE, "node_modules/.bin/prisma");
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd, env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

async function exists(url: string, table: string): Promise<boolean> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [table]);
    return rows[0]?.found ?? false;
  });
}
