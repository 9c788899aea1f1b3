import pino from "pino";
import { Registry } from "prom-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { defineEvent } from "./events.ts";
import { listFailedJobs, retryFailedJobs } from "./failed-jobs.ts";
import type { JobRunners } from "./job-runners.ts";
import { defineJob, type Job, onEvent } from "./jobs.ts";
import { transact } from "./transact.ts";

const Labelled = z.object({ label: z.string() });
const Noted = defineEvent("test.noted", Labelled);
let kernel: Kernel;
let running: JobRunners[];

beforeEach(async () => {
  kernel = await openKernel();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((runners) => runners.stop(100)));
  await kernel.close();
});

const start = async (jobs: Job[], options: Parameters<Kernel["startJobs"]>[1] = {}) => {
  const runners = await kernel.startJobs(jobs, options);
  running.push(runners);
  return runners;
};
const enqueue = <T>(job: Job<T>, ...payloads: T[]) =>
  transact(kernel.ctx(), async (tx) => {
    for (const payload of payloads) tx.enqueue(job, payload);
  });
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000 });
const isEmpty = () => eventually(async () => expect(await kernel.queued()).toEqual([]));
const labels = (...names: string[]) => names.map((label) => ({ label }));

test("an event reaches each of its subscribers once, and nobody else", async () => {
  const heard: string[] = [];
  const hear = (name: string, event = Noted) =>
    onEvent(event, name, async (_ctx, { label }) => void heard.push(`${name} ${label}`));
  const other = defineEvent("test.other", Labelled);
  await start([hear("test.first"), hear("test.second"), hear("test.deaf", other)]);
  await transact(kernel.ctx(), async (tx) => tx.emit(Noted, { label: "a" }));
  await eventually(() => expect(heard.toSorted()).toEqual(["test.first a", "test.second a"]));
  await isEmpty();
});

test("urgent jobs go before normal ones, and those before slow ones", async () => {
  const order: string[] = [];
  const as = (priority: "urgent" | "normal" | "slow") =>
    defineJob({ name: `test.${priority}`, schema: Labelled, priority, run: async () => void order.push(priority) });
  const [slow, normal, urgent] = [as("slow"), as("normal"), as("urgent")];
  await enqueue(slow, ...labels("a", "b"));
  await enqueue(normal, ...labels("a", "b"));
  await enqueue(urgent, ...labels("a", "b"));
  await start([slow, normal, urgent], { jobsAtOnce: 1 });
  await isEmpty();
  expect(order).toEqual(["urgent", "urgent", "normal", "normal", "slow", "slow"]);
});

test("the jobs of one queue run one after the other, in order, though two processes work on it", async () => {
  const order: string[] = [];
  let [active, mostActive] = [0, 0];
  const serial = defineJob({
    name: "test.serial",
    schema: Labelled,
    queue: "letters",
    run: async (_ctx, { label }) => {
      mostActive = Math.max(mostActive, ++active);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(label);
      active -= 1;
    },
  });
  const letters = "abcdefgh".split("");
  await enqueue(serial, ...labels(...letters));
  await Promise.all([start([serial]), start([serial])]);
  await isEmpty();
  expect({ order, mostActive }).toEqual({ order: letters, mostActive: 1 });
});

test("a payload that does not parse fails for good, without a try", async () => {
  const run = vi.fn<() => Promise<void>>(async () => undefined);
  const registry = new Registry();
  await kernel.pool.query(`SELECT graphile_worker.add_job('test.strict', '{"label": 7}')`);
  await start([defineJob({ name: "test.strict", schema: Labelled, run })], { registry });
  await eventually(async () => expect((await listFailedJobs(kernel.ctx())).items).toHaveLength(1));
  const { items } = await listFailedJobs(kernel.ctx());
  expect(items).toMatchObject([{ name: "test.strict", lastError: expect.stringMatching(/does not parse: label: /) }]);
  expect(run).not.toHaveBeenCalled();
  expect(await registry.metrics()).toContain('muejam_jobs_total{job="test.strict",outcome="failed"} 1');
});

test("a failed job is listed page by page, tried again on demand, and that is audited", async () => {
  let isMended = false;
  const ran: string[] = [];
  const broken = defineJob({
    name: "test.broken",
    schema: Labelled,
    maxAttempts: 1,
    run: async (_ctx, { label }) => {
      if (!isMended) throw new Error(`no ${label} today`);
      ran.push(label);
    },
  });
  await enqueue(broken, ...labels("a", "b", "c"));
  await start([broken]);
  await eventually(async () => expect((await listFailedJobs(kernel.ctx())).items).toHaveLength(3));

  const first = await listFailedJobs(kernel.ctx(), { limit: 2 });
  const second = await listFailedJobs(kernel.ctx(), { limit: 2, after: first.nextAfter });
  expect([...first.items, ...second.items].map(({ lastError }) => lastError)).toEqual([
    "no a today",
    "no b today",
    "no c today",
  ]);
  expect(second.nextAfter).toBeNull();

  isMended = true;
  const ids = first.items.map(({ id }) => id);
  expect(await retryFailedJobs(kernel.ctx(), [...ids, "999999"])).toEqual(ids);
  await eventually(() => expect(ran.toSorted()).toEqual(["a", "b"]));
  const { rows } = await kernel.pool.query("SELECT act, subject FROM audit_entry ORDER BY seq");
  expect(rows).toEqual(ids.map((id) => ({ act: "jobs.retried", subject: `job:${id}` })));
});

test("a job that failed after its write does not write again when it is tried again", async () => {
  let tries = 0;
  const effects = defineJob({
    name: "test.effect",
    schema: Labelled,
    run: async (ctx, { label }) => {
      await transact(ctx, (tx) => tx.db.$executeRaw`INSERT INTO effect (label) VALUES (${label})`);
      if (++tries === 1) throw new Error("the vendor is away");
    },
  });
  await enqueue(effects, { label: "a" });
  await start([effects]);
  await eventually(async () => expect((await kernel.queued())[0]?.lastError).toBe("the vendor is away"));
  await kernel.pool.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
  await isEmpty();
  expect({ tries, effects: await kernel.effects() }).toEqual({ tries: 2, effects: ["a"] });
});

test("a job that took the place of another under its key is not taken for its repeat", async () => {
  const ran: string[] = [];
  const keyed = defineJob({
    name: "test.keyed",
    schema: Labelled,
    run: async (ctx, { label }) => {
      await transact(ctx, async () => label);
      ran.push(label);
      if (label === "old") throw new Error("later");
    },
  });
  const put = (label: string) =>
    transact(kernel.ctx(), async (tx) => tx.enqueue(keyed, { label }, { key: "chapter:1" }));
  await put("old");
  await start([keyed]);
  await eventually(async () => expect((await kernel.queued())[0]?.lastError).toBe("later"));
  await put("new");
  await isEmpty();
  expect(ran).toEqual(["old", "new"]);
});

test("what the scheduler adds to a payload is no part of it", async () => {
  const seen: unknown[] = [];
  const scheduled = defineJob({
    name: "test.scheduled",
    schema: z.strictObject({}),
    cron: "0 4 * * *",
    run: async (_ctx, payload) => void seen.push(payload),
  });
  await kernel.pool.query(`SELECT graphile_worker.add_job('test.scheduled', '{"_cron": {"ts": "now"}}')`);
  await start([scheduled]);
  await eventually(() => expect(seen).toEqual([{}]));
  const { rows } = await kernel.pool.query("SELECT identifier FROM graphile_worker._private_known_crontabs");
  expect(rows).toContainEqual({ identifier: "test.scheduled" });
});

test("stopping finishes what runs and gives the rest back, for another process to take at once", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const ended: string[] = [];
  const job = (isStuck: boolean) =>
    defineJob({
      name: "test.stop",
      schema: Labelled,
      run: async (_ctx, { label }) => {
        if (label === "c") begun.resolve();
        if (isStuck) await finish.promise;
        ended.push(label);
      },
    });
  const stuck = await start([job(true)], { jobsAtOnce: 3 });
  await enqueue(job(true), ...labels("a", "b", "c", "d", "e"));
  await begun.promise;

  const stopped = await stuck.stop(100);
  running = [];
  expect(stopped.released).toBe(3);
  expect(await kernel.queued()).toMatchObject(Array(5).fill({ lockedBy: null, attempts: 0, lastError: null }));
  expect((await kernel.pool.query("SELECT FROM worker_heartbeat")).rowCount).toBe(0);

  await start([job(false)]);
  await isEmpty();
  expect(ended.toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  finish.resolve();
});

test("a process that can be waited for is waited for", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const job = defineJob({
    name: "test.short",
    schema: Labelled,
    run: async () => {
      begun.resolve();
      await finish.promise;
    },
  });
  const runners = await start([job]);
  await enqueue(job, { label: "a" });
  await begun.promise;
  const stopping = runners.stop(5000);
  running = [];
  finish.resolve();
  expect(await stopping).toEqual({ released: 0 });
  expect(await kernel.queued()).toEqual([]);
});

test("a queue that cannot record what is done begins anew, and does that again without a second effect", async () => {
  const lines: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void lines.push(line) });
  let tries = 0;
  const breaking = defineJob({
    name: "test.breaking",
    schema: Labelled,
    run: async (ctx, { label }) => {
      await transact(ctx, (tx) => tx.db.$executeRaw`INSERT INTO effect (label) VALUES (${label})`);
      if (++tries === 1) await kernel.pool.query("ALTER TABLE graphile_worker._private_jobs RENAME TO away");
    },
  });
  await enqueue(breaking, { label: "a" });
  await start([breaking], { log });
  await eventually(() => expect(lines.join("")).toContain("started again"));
  await kernel.pool.query("ALTER TABLE graphile_worker.away RENAME TO _private_jobs");
  await isEmpty();
  expect({ tries, effects: await kernel.effects() }).toEqual({ tries: 2, effects: ["a"] });
});
