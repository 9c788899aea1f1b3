import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
  type CronItem,
  parseCronItems,
  Logger as QueueLogger,
  type Runner,
  run,
  type WorkerEvents,
  type WorkerPool,
} from "graphile-worker";
import type { Pool } from "pg";
import type { Registry } from "prom-client";
import { type HeartbeatTimes, heartbeatTimes, startHeartbeat } from "./job-heartbeat.ts";
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
  /** The queue cannot go on in this process; it should drain and end. */
  onFailure: (why: string) => void;
  jobsAtOnce?: number;
  times?: Partial<HeartbeatTimes>;
};

const DEADLINE_MS = 7000;
const POLL_MS = { bulk: 1000, serial: 250 };
const SERIAL_AT_ONCE = 4;

export async function startJobRunners(options: JobRunnersOptions): Promise<JobRunners> {
  const { pool, log, registry, ctxForJob, onFailure, jobsAtOnce = 10 } = options;
  const jobs = withKernelJobs(options.jobs);
  const metrics = createJobMetrics({ registry, pool, log });
  const workerPools: WorkerPool[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => workerPools.push(workerPool));
  const start = (some: readonly Job[], worker: GraphileConfig.WorkerOptions, schedules: CronItem[]) =>
    run(
      { pgPool: pool, events, noHandleSignals: true, logger: quietLogger(log), preset: { worker } },
      Object.fromEntries(some.map((job) => [job.name, toTask(job, { ctxForJob, metrics })])),
      parseCronItems(schedules),
    );

  const serial = jobs.filter((job) => job.queue !== null);
  const bulk = jobs.filter((job) => job.queue === null);
  const runners = [await start(bulk, bulkOptions(jobsAtOnce), schedulesOf(jobs))];
  // Named queues crawl behind a local queue: each fetch brings a job or two, then waits for the next poll.
  if (serial.length > 0) runners.push(await start(serial, serialOptions, []));

  const heartbeat = { id: randomUUID(), poolIds: workerPools.map((workerPool) => workerPool.id) };
  const beating = await startHeartbeat({ pool, heartbeat, log, times: { ...heartbeatTimes, ...options.times } });
  let isStopping = false;
  for (const runner of runners)
    void runner.promise.then(
      () => isStopping || onFailure("the queue stopped"),
      (err: unknown) => {
        log.error({ err }, "the queue broke");
        if (!isStopping) onFailure("the queue broke");
      },
    );

  return {
    id: heartbeat.id,
    async stop(deadlineMs = DEADLINE_MS) {
      isStopping = true;
      beating.stopSweeping();
      const isIdle = await stopGently(runners, deadlineMs);
      const released = isIdle ? 0 : await releaseJobs(pool, heartbeat.poolIds);
      if (!isIdle) await Promise.all(workerPools.map((workerPool) => stopNow(workerPool)));
      await beating.stop();
      log.info({ released }, "jobs stopped");
      return { released };
    },
  };
}

/** The local queue is short: what waits in it is out of reach for an urgent job that comes later. */
const bulkOptions = (jobsAtOnce: number): GraphileConfig.WorkerOptions => ({
  concurrentJobs: jobsAtOnce,
  pollInterval: POLL_MS.bulk,
  localQueue: { size: jobsAtOnce * 2, ttl: 10_000 },
  completeJobBatchDelay: 20,
});

const serialOptions: GraphileConfig.WorkerOptions = { concurrentJobs: SERIAL_AT_ONCE, pollInterval: POLL_MS.serial };

function schedulesOf(jobs: readonly Job[]): CronItem[] {
  return jobs.flatMap(({ name, cron, priority, queue, maxAttempts }) => {
    if (cron === null) return [];
    const options = { priority: priorities[priority], maxAttempts, ...(queue !== null && { queueName: queue }) };
    return [{ task: name, match: cron, identifier: name, options }];
  });
}

async function stopGently(runners: readonly Runner[], deadlineMs: number): Promise<boolean> {
  const given = new AbortController();
  const late = wait(deadlineMs, false, { signal: given.signal }).catch(() => false);
  const idle = Promise.allSettled(runners.map((runner) => runner.stop())).then(() => true);
  const isIdle = await Promise.race([idle, late]);
  given.abort();
  return isIdle;
}

/** The jobs are already someone else's: what this reports about them is of no interest. */
async function stopNow(workerPool: WorkerPool): Promise<void> {
  await Promise.resolve(workerPool.forcefulShutdown("The deadline of the drain has passed.")).catch(() => undefined);
}

/** Failures are logged where they happen, with their job; the queue's own words matter when the queue has trouble. */
function quietLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (level === "error" && meta?.["failure"] !== true) log.error({ queue: message }, "queue trouble");
    else if (level === "warning") log.warn({ queue: message }, "queue warning");
  });
}
