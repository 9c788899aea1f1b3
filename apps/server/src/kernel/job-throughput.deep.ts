import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type Kernel, openKernel } from "../test/kernel.ts";
import { quantilesOf } from "../test/quantiles.ts";
import type { JobRunners } from "./job-runners.ts";
import { defineJob } from "./jobs.ts";
import { transact } from "./transact.ts";

const JOBS = 10_000;
const SINGLE = 1000;
let kernel: Kernel;
let runners: JobRunners | null = null;
beforeEach(async () => {
  kernel = await openKernel();
});
afterEach(async () => {
  await runners?.stop(100);
  await kernel.close();
});

test(`${JOBS} jobs that do nothing are all done; their pace and the wait of single jobs are printed`, async () => {
  const waits: number[] = [];
  let done = 0;
  const idle = defineJob({
    name: "test.idle",
    schema: z.object({ at: z.number() }),
    run: async (_ctx, { at }) => {
      waits.push(Date.now() - at);
      done += 1;
    },
  });
  const enqueue = (count: number) =>
    transact(kernel.ctx(), async (tx) => {
      for (let job = 0; job < count; job += 1) tx.enqueue(idle, { at: Date.now() });
    });

  await enqueue(JOBS);
  const started = performance.now();
  runners = await kernel.startJobs([idle]);
  await vi.waitFor(() => expect(done).toBe(JOBS), { timeout: 60_000, interval: 5 });
  const seconds = (performance.now() - started) / 1000;
  const burst = waits.splice(0);

  for (let job = 0; job < SINGLE; job += 1) await enqueue(1);
  await vi.waitFor(() => expect(done).toBe(JOBS + SINGLE), { timeout: 10_000, interval: 5 });
  await vi.waitFor(async () => expect(await kernel.queued()).toEqual([]), { timeout: 10_000, interval: 20 });
  const pace = `${Math.round(JOBS / seconds)}/s over ${JOBS}`;
  process.stdout.write(`jobs: ${pace}; wait in the burst ${spread(burst)}; wait of single jobs ${spread(waits)}\n`);
});

function spread(waits: number[]): string {
  const at = quantilesOf(waits);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
