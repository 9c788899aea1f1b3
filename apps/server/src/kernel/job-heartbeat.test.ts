import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { unlockDeadPools } from "./heartbeat.repo.ts";

const STALE_MS = 15_000;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await openKernel();
});
afterAll(() => kernel.close());
beforeEach(() => kernel.pool.query("DELETE FROM worker_heartbeat; DELETE FROM graphile_worker._private_jobs"));

const beatFor = (poolId: string, ageSeconds: number) =>
  kernel.pool.query("INSERT INTO worker_heartbeat VALUES ($1, $2, now() - $3 * interval '1 s')", [
    randomUUID(),
    [poolId],
    ageSeconds,
  ]);
const lockFor = (poolId: string, ageSeconds: number) =>
  kernel.pool
    .query(
      `WITH job AS (SELECT id FROM graphile_worker.add_job('test.locked', queue_name => 'queue of ' || $1)),
       queue AS (UPDATE graphile_worker._private_job_queues SET locked_by = $1, locked_at = now() - $2 * interval '1 s')
     SELECT id FROM job`,
      [poolId, ageSeconds],
    )
    .then(({ rows }) =>
      kernel.pool.query(
        "UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - $3 * interval '1 s' WHERE id = $1",
        [rows[0].id, poolId, ageSeconds],
      ),
    );
const isLocked = async () => (await kernel.queued()).every((job) => job.lockedBy !== null);

test.each([
  { beatAge: 1, lockAge: 3600, isFreed: false, why: "its worker is alive, however long the job takes" },
  { beatAge: 16, lockAge: 17, isFreed: true, why: "its worker has stopped beating" },
  { beatAge: 16, lockAge: 1, isFreed: true, why: "its worker took it just before it died" },
  { beatAge: null, lockAge: 16, isFreed: true, why: "nobody beats for its worker" },
  { beatAge: null, lockAge: 1, isFreed: false, why: "its worker may be about to beat for the first time" },
])("a job locked $lockAge s ago, last beat $beatAge s ago: freed is $isFreed, since $why", async (sample) => {
  await lockFor("pool-a", sample.lockAge);
  if (sample.beatAge !== null) await beatFor("pool-a", sample.beatAge);
  await beatFor("pool-other", 1);
  expect(await unlockDeadPools(kernel.pool, STALE_MS)).toEqual(sample.isFreed ? ["pool-a"] : []);
  expect(await isLocked()).toBe(!sample.isFreed);
});

test("of sweepers at once one sweeps", async () => {
  await lockFor("pool-a", 60);
  const swept = await Promise.all(Array.from({ length: 5 }, () => unlockDeadPools(kernel.pool, STALE_MS)));
  expect(swept.flat()).toEqual(["pool-a"]);
});
