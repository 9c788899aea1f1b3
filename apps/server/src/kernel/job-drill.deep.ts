import { type ChildProcess, fork } from "node:child_process";
import { once as happens } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type FakeVendor, startVendor } from "../test/fake-vendor.ts";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { defineJob } from "./jobs.ts";
import { transact } from "./transact.ts";

const drill = defineJob({ name: "test.drill", schema: z.object({ label: z.string() }), run: async () => undefined });
let kernel: Kernel;
let vendor: FakeVendor;
let children: ChildProcess[];

beforeEach(async () => {
  kernel = await openKernel();
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await vendor.stop();
  await kernel.close();
});

async function startWorker(name: string, staleMs: number): Promise<ChildProcess> {
  const args = [kernel.directUrl, vendor.url, name, String(staleMs)];
  const child = fork(join(import.meta.dirname, "../test/drill-worker.ts"), args);
  children.push(child);
  await happens(child, "message");
  return child;
}

async function enqueue(count: number): Promise<string[]> {
  const labels = Array.from({ length: count }, (_, index) => String(index));
  await transact(kernel.ctx(), async (tx) => {
    for (const label of labels) tx.enqueue(drill, { label });
  });
  return labels;
}

/** Each effect once, and every key of the vendor for one job only. */
async function expectExactlyOnce(labels: string[]): Promise<void> {
  const sorted = (list: string[]) => list.toSorted((a, b) => Number(a) - Number(b));
  expect(sorted(await kernel.effects())).toEqual(labels);
  expect(vendor.charges.size).toBe(labels.length);
  const charged = [...vendor.charges.values()].map((some) => [...some].join());
  expect(sorted(charged)).toEqual(labels);
}

const isDone = async () => expect(await kernel.queued()).toEqual([]);

test("a worker killed amid 200 jobs: another one resumes them within 30 s, each effect once", async () => {
  // The first worker is caught at every stage: few inside a transaction, since each of those holds a connection.
  const stageOf = (label: number) =>
    label % 25 === 0 ? "within" : (["before", "charge", "after"][label % 3] ?? "before");
  vendor = await startVendor(({ gate, worker, label }) => worker === "first" && gate === stageOf(label));
  const labels = await enqueue(200);
  const first = await startWorker("first", 15_000);
  await vi.waitFor(() => expect(vendor.held()).toBe(200), { timeout: 30_000, interval: 50 });

  first.kill("SIGKILL");
  const killedAt = Date.now();
  await startWorker("second", 15_000);
  await vi.waitFor(isDone, { timeout: 60_000, interval: 100 });
  const seconds = (Date.now() - killedAt) / 1000;

  process.stdout.write(`kill drill: 200 jobs done ${seconds.toFixed(1)} s after the kill, ${vendor.calls()} calls\n`);
  expect(seconds).toBeLessThanOrEqual(30);
  await expectExactlyOnce(labels);
});

test("a stopped worker keeps its jobs while its heartbeat is fresh, and loses them when it is stale", async () => {
  const staleMs = 6000;
  let isShut = true;
  vendor = await startVendor(({ gate, worker, label }) => {
    if (worker === "first") return isShut && gate === (label % 2 === 0 ? "before" : "charge");
    return false;
  });
  const labels = await enqueue(20);
  const first = await startWorker("first", staleMs);
  await vi.waitFor(() => expect(vendor.held()).toBe(20), { timeout: 30_000, interval: 50 });
  first.kill("SIGSTOP");
  const stopped = await heartbeatOf(first);
  await startWorker("second", staleMs);

  const heldWhileFresh: number[] = [];
  const isStale = async () => {
    const { isFresh, held } = await lookAt(stopped, staleMs);
    if (isFresh) heldWhileFresh.push(held);
    expect(isFresh).toBe(false);
  };
  await vi.waitFor(isStale, { timeout: 30_000, interval: 20 });
  expect(heldWhileFresh.length).toBeGreaterThan(20);
  expect(new Set(heldWhileFresh)).toEqual(new Set([20]));
  await vi.waitFor(isDone, { timeout: 30_000, interval: 50 });
  await expectExactlyOnce(labels);

  // Back again, it finishes what it had begun: nothing of that may show.
  isShut = false;
  first.kill("SIGCONT");
  vendor.letGo();
  await vi.waitFor(async () => expect(await heartbeats()).toBe(2), { timeout: 30_000, interval: 50 });
  await vi.waitFor(() => expect(vendor.calls()).toBeGreaterThanOrEqual(40), { timeout: 30_000, interval: 50 });
  await expectExactlyOnce(labels);
});

const heartbeats = async () => (await kernel.pool.query("SELECT FROM worker_heartbeat")).rowCount;

type Heartbeat = { beat_at: string; pool_ids: string[] };

/** Of the only worker that is there yet. As text: a Date would cut the microseconds off. */
async function heartbeatOf(worker: ChildProcess): Promise<Heartbeat> {
  const { rows } = await kernel.pool.query<Heartbeat>("SELECT beat_at::text, pool_ids FROM worker_heartbeat");
  const [heartbeat, ...others] = rows;
  if (!heartbeat || others.length > 0) throw new Error(`Process ${worker.pid} is not the only worker.`);
  return heartbeat;
}

/** Both facts from one snapshot: seen apart, the sweep could fall between them. */
async function lookAt({ beat_at, pool_ids }: Heartbeat, staleMs: number): Promise<{ isFresh: boolean; held: number }> {
  const { rows } = await kernel.pool.query<{ isFresh: boolean; held: number }>(
    `SELECT $1::timestamptz > now() - $2 * interval '1 ms' AS "isFresh", count(*)::int AS held
     FROM graphile_worker._private_jobs WHERE locked_by = ANY ($3)`,
    [beat_at, staleMs, pool_ids],
  );
  return rows[0] ?? { isFresh: false, held: 0 };
}
