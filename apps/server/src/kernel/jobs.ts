import type { z } from "zod";
import type { System } from "./actor.ts";
import type { Ctx } from "./ctx.ts";
import type { Event } from "./events.ts";
import { type JobSpec, type Priority, priorities } from "./job-spec.ts";

/** `run` takes what the queue holds and parses it before the job's own function sees it. */
export type Job<T = unknown> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly run: (ctx: Ctx<System>, payload: unknown) => Promise<void>;
  readonly priority: Priority;
  /** Jobs of one queue run one after the other, over all processes. */
  readonly queue: string | null;
  readonly maxAttempts: number;
  readonly cron: string | null;
  /** The event that this job hears, by name. */
  readonly event: string | null;
};

type Options = { priority?: Priority; queue?: string; maxAttempts?: number; cron?: string };
type Definition<T> = Options & {
  name: string;
  schema: z.ZodType<T>;
  run: (ctx: Ctx<System>, payload: T) => Promise<void>;
};

/** A payload that does not fit will not fit the next time either. */
export class PayloadError extends Error {
  override readonly name = "PayloadError";
}

/** `cron` is read in UTC; such a job must accept an empty payload. A repeat after a crash is harmless when `run` writes in one `transact`. */
export function defineJob<T>(job: Definition<T>): Job<T> {
  if (job.cron !== undefined && !job.schema.safeParse({}).success)
    throw new Error(`The job ${job.name} has a schedule, so its schema must accept {}.`);
  return toJob(job, null);
}

export function onEvent<T>(
  event: Event<T>,
  name: string,
  run: (ctx: Ctx<System>, data: T) => Promise<void>,
  options: Omit<Options, "cron"> = {},
): Job<T> {
  return toJob({ ...options, name, schema: event.schema, run }, event.name);
}

export function jobSpec<T>(job: Job<T>, payload: T, { key, runAt }: { key?: string; runAt?: Date } = {}): JobSpec {
  const fit = job.schema.safeParse(payload);
  if (!fit.success)
    throw new Error(`The payload of the job ${job.name} does not fit its schema.`, { cause: fit.error });
  return {
    identifier: job.name,
    payload,
    priority: priorities[job.priority],
    max_attempts: job.maxAttempts,
    ...(job.queue !== null && { queue_name: job.queue }),
    ...(key !== undefined && { job_key: key }),
    ...(runAt && { run_at: runAt.toISOString() }),
  };
}

function toJob<T>(job: Definition<T>, event: string | null): Job<T> {
  const { name, schema, priority = "normal", queue = null, maxAttempts = 25, cron = null } = job;
  const run = async (ctx: Ctx<System>, payload: unknown) => {
    const fit = schema.safeParse(payload);
    if (!fit.success) throw new PayloadError(`The payload of ${name} does not parse: ${faults(fit.error)}`);
    await job.run(ctx, fit.data);
  };
  return { name, schema, run, priority, queue, maxAttempts, cron, event };
}

const faults = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join(".") || "payload"}: ${issue.message}`).join("; ");
