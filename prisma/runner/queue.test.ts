import { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { cloneDatabase } from "../testing/databases.ts";
import { withAppLogin } from "../testing/server.ts";

const database = await cloneDatabase(inject("testRun"));
const app = new Client({ connectionString: withAppLogin(database.directUrl) });
await app.connect();
afterAll(async () => {
  await app.end();
  await database.drop();
});

test("the application adds jobs, under keys and in queues too, and sees them", async () => {
  await app.query("SELECT id FROM graphile_worker.add_job('one', '{\"a\": 1}', queue_name := 'line', job_key := 'k')");
  await app.query("SELECT id FROM graphile_worker.add_job('one', '{\"a\": 2}', queue_name := 'line', job_key := 'k')");
  await app.query(
    'SELECT id FROM graphile_worker.add_jobs(ARRAY[json_populate_record(NULL::graphile_worker.job_spec, \'{"identifier": "two", "payload": {}}\')])',
  );

  const { rows: jobs } = await app.query("SELECT task_identifier, queue_name FROM graphile_worker.jobs ORDER BY id");
  expect(jobs).toEqual([
    { task_identifier: "one", queue_name: "line" },
    { task_identifier: "two", queue_name: null },
  ]);
  const { rows: payloads } = await app.query("SELECT payload FROM graphile_worker._private_jobs ORDER BY id");
  expect(payloads).toEqual([{ payload: { a: 2 } }, { payload: {} }]);
});

test.each([
  ["take", "UPDATE graphile_worker._private_jobs SET locked_by = 'me'"],
  ["delete", "DELETE FROM graphile_worker._private_jobs"],
  ["complete", "SELECT graphile_worker.complete_jobs('{1}')"],
  ["insert past add_job", "INSERT INTO graphile_worker._private_jobs (task_id) VALUES (1)"],
])("the application cannot %s jobs", async (_act, sql) => {
  await expect(app.query(sql)).rejects.toThrow("permission denied");
});

test("a rolled-back transaction takes its job with it", async () => {
  await app.query("BEGIN; SELECT id FROM graphile_worker.add_job('phantom'); ROLLBACK");
  const { rowCount } = await app.query("SELECT FROM graphile_worker.jobs WHERE task_identifier = 'phantom'");
  expect(rowCount).toBe(0);
});
