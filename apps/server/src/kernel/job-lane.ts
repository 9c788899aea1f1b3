import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
  type ParsedCronItem,
  Logger as QueueLogger,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from "graphile-worker";
import type { Pool } from "pg";
import { releaseJobs } from "./jobs.repo.ts";
import type { Logger } from "./log.ts";

export type Lane = {
  poolIds(): string[];
  /** Takes nothing new and waits for what runs. */
  stop(): Promise<void>;
  /** What still runs is someone else's by now. */
  abandon(): Promise<void>;
};

type Options = {
  pool: Pool;
  log: Logger;
  tasks: TaskList;
  worker: GraphileConfig.WorkerOptions;
  schedules: ParsedCronItem[];
  onFailure: (why: string) => void;
};

const RESTART_MS = 1000;
/** Set by the queue when a newer release has changed its tables under us. */
const OUTDATED_EXIT_CODE = 57;

/** One runner of the queue, begun anew when it ends by itself: it does so as soon as it cannot record that a job is done. */
export async function startLane({ pool, log, tasks, worker, schedules, onFailure }: Options): Promise<Lane> {
  const workerPools = new Set<WorkerPool>();
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => workerPools.add(workerPool));
  const poolIds = () => [...workerPools].map(({ id }) => id);
  const begin = () =>
    run(
      { pgPool: pool, events, noHandleSignals: true, logger: quietLogger(log), preset: { worker } },
      tasks,
      schedules,
    );

  let isStopping = false;
  let runner = await begin();
  const guarded = guard();

  async function guard(): Promise<void> {
    for (;;) {
      await runner.promise.catch((err: unknown) => log.error({ err }, "the queue broke"));
      if (isStopping) return;
      if (process.exitCode === OUTDATED_EXIT_CODE) return onFailure("a newer release has changed the queue");
      log.error("the queue stopped by itself and is started again");
      const next = await restart();
      if (!next) return;
      runner = next;
    }
  }

  async function restart(): Promise<Runner | null> {
    while (!isStopping) {
      try {
        await releaseJobs(pool, poolIds());
        workerPools.clear();
        return await begin();
      } catch (err) {
        log.warn({ err }, "the queue cannot start yet");
        await wait(RESTART_MS);
      }
    }
    return null;
  }

  return {
    poolIds,
    async stop() {
      isStopping = true;
      // Refused by a runner that has ended by itself already.
      await runner.stop().catch(() => undefined);
      await guarded;
    },
    async abandon() {
      const why = "The deadline of the drain has passed.";
      await Promise.allSettled([...workerPools].map(async (workerPool) => workerPool.forcefulShutdown(why)));
    },
  };
}

/** Failures are logged where they happen, with their job; the queue's own words matter when the queue has trouble. */
function quietLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (level === "error" && meta?.["failure"] !== true) log.error({ queue: message }, "queue trouble");
    else if (level === "warning") log.warn({ queue: message }, "queue warning");
  });
}
