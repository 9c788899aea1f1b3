import { setTimeout as wait } from "node:timers/promises";
import { type CronItem, parseCronItems } from "graphile-worker";
import type { Pool } from "pg";
import type { Registry } from "prom-client";
import { randomId } from "./ids.ts";
import { type HeartbeatTimes, heartbeatTimes, startHeartbeat } from "./job-heartbeat.ts";
import { type Lane, startLane } from "./job-lane.ts";
import { createJobMetrics } from "./job-metrics.ts";
import { priorities } from "./job-spec.ts";
import { type CtxForJob, toTask } from "./job-tasks.ts";
import { releaseJobs } from "./jobs.repo.ts";
import type { Job } from "./jobs.ts";
import { withKernelJobs } from "./kernel-jobs.ts";
import type { Logger } from "./log.ts";

export type JobRunners = {
  readonly id: string;
  /** Begins nothing new, waits for what runs, and at the deadline gives the rest back to others. */
  stop(deadlineMs?: number): Promise<{ released: number }>;
};

export type JobRunnersOptions = {
  /** Sessions of its own at the database itself: LISTEN does not pass a pooler. */
  pool: Pool;
  jobs: readonly Job[];
  ctxForJob: CtxForJob;
  log: Logger;
  registry: Registry;
  /** This process can run no jobs any more, whatever it tries; it should drain and end. */
  onFailure: (why: string) => void;
  jobsAtOnce?: number;
  times?: Partial<HeartbeatTimes>;
};

const DEADLINE_MS = 7000;

export async function startJobRunners(options: JobRunnersOptions): Promise<JobRunners> {
  const { pool, log, registry, ctxForJob, onFailure, jobsAtOnce = 10 } = options;
  const jobs = withKernelJobs(options.jobs);
  const metrics = createJobMetrics({ registry, pool, log });
  const start = (some: readonly Job[], worker: GraphileConfig.WorkerOptions, schedules: CronItem[]) => {
    const tasks = Object.fromEntries(some.map((job) => [job.name, toTask(job, { ctxForJob, metrics })]));
    return startLane({ pool, log, tasks, worker, schedules: parseCronItems(schedules), onFailure });
  };

  const serial = jobs.filter((job) => job.queue !== null);
  const bulk = jobs.filter((job) => job.queue === null);
  const lanes = [await start(bulk, bulkOptions(jobsAtOnce), schedulesOf(jobs))];
  // Named queues crawl behind a local queue: each fetch brings a job or two, then waits for the next poll.
  if (serial.length > 0) lanes.push(await start(serial, serialOptions, []));

  const id = randomId();
  const poolIds = () => lanes.flatMap((lane) => lane.poolIds());
  const times = { ...heartbeatTimes, ...options.times };
  const beating = await startHeartbeat({ pool, log, times, id, poolIds });

  return {
    id,
    async stop(deadlineMs = DEADLINE_MS) {
      beating.stopSweeping();
      const isIdle = await stopGently(lanes, deadlineMs);
      const released = isIdle ? 0 : await releaseJobs(pool, poolIds());
      if (!isIdle) await Promise.all(lanes.map((lane) => lane.abandon()));
      await beating.stop();
      log.info({ released }, "jobs stopped");
      return { released };
    },
  };
}

/**
 * The local queue is short: what waits in it is out of reach for an urgent job that comes later.
 * Both ends of a job are recorded in batches: unbatched, a failure to record them would end the process.
 */
const bulkOptions = (jobsAtOnce: number): GraphileConfig.WorkerOptions => ({
  concurrentJobs: jobsAtOnce,
  pollInterval: 1000,
  localQueue: { size: jobsAtOnce * 2, ttl: 10_000 },
  completeJobBatchDelay: 20,
  failJobBatchDelay: 20,
});

const serialOptions: GraphileConfig.WorkerOptions = {
  concurrentJobs: 4,
  pollInterval: 250,
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
};

function schedulesOf(jobs: readonly Job[]): CronItem[] {
  return jobs.flatMap(({ name, cron, priority, queue, maxAttempts }) => {
    if (cron === null) return [];
    const options = { priority: priorities[priority], maxAttempts, ...(queue !== null && { queueName: queue }) };
    return [{ task: name, match: cron, identifier: name, options }];
  });
}

async function stopGently(lanes: readonly Lane[], deadlineMs: number): Promise<boolean> {
  const given = new AbortController();
  const late = wait(deadlineMs, false, { signal: given.signal }).catch(() => false);
  const idle = Promise.allSettled(lanes.map((lane) => lane.stop())).then(() => true);
  const isIdle = await Promise.race([idle, late]);
  given.abort();
  return isIdle;
}
