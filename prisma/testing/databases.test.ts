import { expect, inject, test } from "vitest";
import { cloneDatabase, startTestRun } from "./databases.ts";
import { assertTestUrl, withOwner } from "./server.ts";

const run = inject("testRun");

test("databases cloned at once are apart", async () => {
  const databases = await Promise.all([1, 2, 3].map(() => cloneDatabase(run)));
  const [first, ...others] = databases;
  await query(first?.directUrl, "CREATE TABLE mine ()");

  for (const { directUrl } of others)
    expect(await query(directUrl, "SELECT to_regclass('mine') AS mine")).toEqual([{ mine: null }]);
  expect(new Set(databases.map(({ name }) => name)).size).toBe(3);
  await Promise.all(databases.map(({ drop }) => drop()));
});

test("a run sweeps what a dead run left, and leaves what a living one uses", async () => {
  const living = await cloneDatabase(run);
  const { end, ...dead } = await startTestRun(run.ownerUrl);
  const left = await cloneDatabase(dead);
  await end();

  const next = await startTestRun(run.ownerUrl);
  await next.end();

  const names = await query(run.ownerUrl, "SELECT datname FROM pg_database");
  expect(names).toContainEqual({ datname: living.name });
  expect(names).toContainEqual({ datname: run.template });
  expect(names).not.toContainEqual({ datname: left.name });
  await living.drop();
});

test("a server that was not named for tests is refused", () => {
  expect(() => assertTestUrl("postgresql://127.0.0.1/muejam")).toThrow("must name a database that ends in _test");
});

function query(url: string | undefined, sql: string): Promise<object[]> {
  return withOwner(url ?? "", async (client) => (await client.query<object>(sql)).rows);
}
