import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { appUrl, directUrl } from "./database.ts";
import { as, countQueries, ctxOf, eventsAbout, make, runJob, runJobs } from "./harness.ts";

test("a test works as muejam_app, on a database of its own", async () => {
  const { db } = ctxOf(make.system());
  const [row] = await db.$queryRaw<
    { role: string; name: string }[]
  >`SELECT current_user AS role, current_database() AS name`;
  expect(row).toEqual({ role: "muejam_app", name: new URL(directUrl).pathname.slice(1) });
  expect(row?.name).toMatch(/_test$/);
});

test("nobody can connect to the template", async () => {
  const { template, ownerUrl } = inject("testRun");
  const url = new URL(ownerUrl);
  url.pathname = `/${template}`;
  await expect(new Client({ connectionString: url.href }).connect()).rejects.toThrow(
    "not currently accepting connections",
  );
});

test("the application cannot change the shape of the database", async () => {
  const { db } = ctxOf(make.system());
  await expect(db.$executeRaw`CREATE TABLE mine (id int)`).rejects.toThrow("permission denied for schema public");
  await expect(db.$executeRaw`ALTER TABLE status_check ADD COLUMN mine int`).rejects.toThrow("must be owner");
  await expect(db.$executeRaw`TRUNCATE status_check`).rejects.toThrow("permission denied");
});

test("statements are counted, the frame of a transaction is not", async () => {
  const { db } = ctxOf(make.system());
  const { queries, result } = await countQueries(() =>
    db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      return tx.statusCheck.count();
    }),
  );
  expect({ queries, result }).toEqual({ queries: 2, result: 0 });
});

test("events are found by what they mention, until the queue has run", async () => {
  const { db } = ctxOf(make.system());
  const id = "0f0e3a0e-7e36-4f51-a3b5-6a3f7d0a5c11";
  const envelope = { id: "b9f2c7a4-53d5-4a0e-9d3c-1d2a0a0b7c55", name: "story.published", data: { storyId: id } };
  await db.$queryRaw`SELECT id FROM graphile_worker.add_job('event', ${JSON.stringify(envelope)}::json)`;

  expect(await eventsAbout(id)).toEqual([{ name: "story.published", data: { storyId: id } }]);
  expect(await eventsAbout("b9f2c7a4-53d5-4a0e-9d3c-1d2a0a0b7c55")).toEqual([]);
  await runJobs();
  expect(await eventsAbout(id)).toEqual([]);
});

test("serial jobs are all run", async () => {
  const { db } = ctxOf(make.system());
  for (const _ of [1, 2, 3])
    await db.$queryRaw`SELECT id FROM graphile_worker.add_job('status.purge', '{}', queue_name := 'line')`;
  await runJobs();
  expect(await db.$queryRaw`SELECT id FROM graphile_worker.jobs`).toEqual([]);
});

test("a job that nobody runs fails the test that needed it", async () => {
  await expect(runJob("story.unheardOf")).rejects.toThrow("The job story.unheardOf failed: no task of this name");
});

test("procedures are called as production calls them", async () => {
  expect(await as(make.visitor()).status.version()).toEqual({ release: "development" });
  expect(new URL(appUrl).username).not.toBe(new URL(directUrl).username);
});
