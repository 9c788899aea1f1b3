import type { JobHelpers, Task } from "graphile-worker";
import type { System } from "./actor.ts";
import type { Ctx } from "./ctx.ts";
import { hashInput, type Once } from "./idempotency.ts";
import type { JobMetrics } from "./job-metrics.ts";
import { useUpAttempts } from "./jobs.repo.ts";
import { type Job, PayloadError } from "./jobs.ts";

/** `once.key` is also what a vendor gets as the idempotency key of this job. */
type JobRun = { name: string; id: string; attempt: number; once: Once };
export type CtxForJob = (run: JobRun) => Ctx<System>;

/** A job as the queue runs it: with its own Ctx, measured, and given up when its payload can never be read. */
export function toTask(job: Job, { ctxForJob, metrics }: { ctxForJob: CtxForJob; metrics: JobMetrics }): Task {
  return async (queued, helpers) => {
    const started = performance.now();
    const payload = withoutSchedule(queued);
    const run = runOf(job, payload, helpers);
    const ctx = ctxForJob(run);
    const seconds = () => (performance.now() - started) / 1000;
    metrics.started(job.name, (Date.now() - helpers.job.run_at.getTime()) / 1000);
    try {
      await job.run(ctx, payload);
      metrics.ended(job.name, "done", seconds());
    } catch (err) {
      const isHopeless = err instanceof PayloadError;
      if (isHopeless) await helpers.withPgClient((client) => useUpAttempts(client, run.id));
      const isLast = isHopeless || run.attempt >= helpers.job.max_attempts;
      metrics.ended(job.name, isLast ? "failed" : "retried", seconds());
      ctx.log[isLast ? "error" : "warn"](
        { err, attempt: run.attempt },
        isLast ? "job failed" : "job will be tried again",
      );
      throw err;
    }
  };
}

function runOf(job: Job, payload: unknown, { job: { id, revision, attempts } }: JobHelpers): JobRun {
  // A job that was replaced under its key keeps its id but is another piece of work.
  const key = revision === 0 ? id : `${id}.${revision}`;
  const once = { scope: "job", procedure: job.name, key, inputHash: hashInput(payload) };
  return { name: job.name, id, attempt: attempts, once };
}

/** The scheduler adds when it fired; that is no part of the job's own payload. */
function withoutSchedule(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null || !("_cron" in payload)) return payload;
  const { _cron: _, ...own } = payload;
  return own;
}
