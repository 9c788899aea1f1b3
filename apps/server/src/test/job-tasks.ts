import { Logger, runOnce, type TaskList } from "graphile-worker";
import type { Pool } from "pg";
import { type CtxForJob, toTask } from "../kernel/job-tasks.ts";
import type { Job } from "../kernel/jobs.ts";

/** The real tasks, measured by nobody. */
export const tasksOf = (jobs: readonly Job[], ctxForJob: CtxForJob): TaskList =>
  Object.fromEntries(jobs.map((job) => [job.name, toTask(job, { ctxForJob, metrics: unmeasured })]));

/** Runs what is due, in silence: whoever asks looks at what became of it. */
export const runDue = (pgPool: Pool, tasks: TaskList): Promise<void> =>
  runOnce({ pgPool, noHandleSignals: true, logger: silent }, tasks);

const unmeasured = { started: () => undefined, ended: () => undefined };
const silent = new Logger(() => () => undefined);
