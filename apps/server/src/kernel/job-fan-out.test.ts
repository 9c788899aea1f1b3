import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Kernel, once, openKernel } from "../test/kernel.ts";
import { defineEvent } from "./events.ts";
import { fanOut } from "./job-fan-out.ts";
import { defineJob, onEvent } from "./jobs.ts";
import { withKernelJobs } from "./kernel-jobs.ts";
import { transact } from "./transact.ts";

const Noted = defineEvent("test.noted", z.object({ label: z.string() }));
const nothing = async () => undefined;
let kernel: Kernel;
beforeAll(async () => {
  kernel = await openKernel();
});
afterAll(() => kernel.close());

test.each([
  { how: "after its success was not recorded", key: "fan-out" },
  { how: "as another job altogether", key: null },
])("an event that is fanned out again, $how, doubles nothing", async ({ key }) => {
  await kernel.pool.query("DELETE FROM graphile_worker._private_jobs");
  const event = fanOut([onEvent(Noted, "test.first", nothing), onEvent(Noted, "test.second", nothing)]);
  const envelope = { id: randomUUID(), name: "test.noted", data: { label: "a" } };
  for (let turn = 0; turn < 2; turn += 1)
    await event.run(kernel.ctx({ once: key ? once(key, envelope) : null }), envelope);
  expect(await kernel.queued()).toMatchObject([
    { name: "test.first", payload: { label: "a" }, key: `${envelope.id}:test.first` },
    { name: "test.second", payload: { label: "a" }, key: `${envelope.id}:test.second` },
  ]);
});

test("a subscriber that is done already is not called again by a repeated fan-out", async () => {
  await kernel.pool.query("DELETE FROM graphile_worker._private_jobs");
  const event = fanOut([onEvent(Noted, "test.first", nothing)]);
  const envelope = { id: randomUUID(), name: "test.noted", data: { label: "b" } };
  await event.run(kernel.ctx({ once: once("done", envelope) }), envelope);
  await kernel.pool.query("DELETE FROM graphile_worker._private_jobs");
  await event.run(kernel.ctx({ once: once("done", envelope) }), envelope);
  expect(await kernel.queued()).toEqual([]);
});

test("data that does not fit is refused where it is emitted, not a day later", async () => {
  const emitting = transact(kernel.ctx(), async (tx) => tx.emit<unknown>(Noted, { label: 7 }));
  await expect(emitting).rejects.toThrow(/test.noted does not fit its schema/);
});

test("a schedule needs a job that accepts an empty payload", () => {
  const define = () =>
    defineJob({ name: "test.bad", schema: z.object({ label: z.string() }), cron: "* * * * *", run: nothing });
  expect(define).toThrow(/must accept {}/);
});

test("two jobs of one name are refused at the start", () => {
  const job = defineJob({ name: "test.same", schema: z.object({}), run: nothing });
  expect(() => withKernelJobs([job, job])).toThrow("Two jobs are called test.same.");
});
