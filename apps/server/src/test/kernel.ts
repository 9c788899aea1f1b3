import { randomBytes, randomUUID } from "node:crypto";
import pino from "pino";
import { Registry } from "prom-client";
import { inject } from "vitest";
import { cloneDatabase } from "../../../../prisma/testing/databases.ts";
import type {} from "../../../../prisma/testing/global-setup.ts";
import { withAppLogin } from "../../../../prisma/testing/server.ts";
import { openDatabase, openQueuePool } from "../adapters/postgres.ts";
import type { System } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { hashInput, type Once } from "../kernel/idempotency.ts";
import { type JobRunnersOptions, startJobRunners } from "../kernel/job-runners.ts";
import type { Job } from "../kernel/jobs.ts";
import { createKeyRing } from "../kernel/keys.ts";

export type Kernel = Awaited<ReturnType<typeof openKernel>>;

/** A database of its own with the kernel's parts on it, and a table for effects; no domain, no HTTP. */
export async function openKernel() {
  const database = await cloneDatabase(inject("testRun"));
  const kernel = await openKernelAt(database.directUrl);
  await kernel.pool.query("CREATE TABLE effect (id bigserial PRIMARY KEY, label text NOT NULL)");
  return {
    ...kernel,
    async close() {
      await kernel.close();
      await database.drop();
    },
  };
}

export async function openKernelAt(directUrl: string) {
  const log = pino({ level: process.env["TEST_LOG"] ?? "silent" });
  const access = { url: withAppLogin(directUrl), name: "kernel test", poolSize: 10, statementTimeoutMs: 5000, log };
  const { db, close } = openDatabase(access);
  const pool = openQueuePool({ url: directUrl, name: "kernel test jobs", size: 24, log });
  const dropped: string[] = [];
  const keys = createKeyRing({ field: ring(), cursor: ring(), signing: ring() });

  const ctx = (changes: Partial<Ctx<System>> = {}): Ctx<System> => ({
    actor: { kind: "system", name: "test" },
    db,
    cache: { isShared: false, read: ({ load }) => load(), drop: async (tags) => void dropped.push(...tags) },
    limits: { take: async () => ({ allowed: true, remaining: 1, retryAfterSeconds: 0 }) },
    keys,
    probes: { database: nothing, cache: nothing, jobs: nothing },
    release: "test",
    log,
    now: () => new Date(),
    requestId: randomUUID(),
    once: null,
    ...changes,
  });

  return {
    directUrl,
    db,
    pool,
    dropped,
    ctx,
    startJobs: (jobs: readonly Job[], options: Partial<JobRunnersOptions> = {}) =>
      startJobRunners({
        pool,
        jobs,
        log,
        registry: new Registry(),
        onFailure: () => undefined,
        ctxForJob: ({ name, once }) => ctx({ actor: { kind: "system", name }, once }),
        ...options,
      }),
    async effects(): Promise<string[]> {
      const { rows } = await pool.query<{ label: string }>("SELECT label FROM effect ORDER BY id");
      return rows.map((row) => row.label);
    },
    async queued(): Promise<QueuedJob[]> {
      const { rows } = await pool.query<QueuedJob>(QUEUED);
      return rows;
    },
    async close() {
      await close();
      await pool.end();
    },
  };
}

export type QueuedJob = {
  id: string;
  name: string;
  payload: unknown;
  key: string | null;
  attempts: number;
  lockedBy: string | null;
  lastError: string | null;
};

export const once = (key: string, input: unknown = {}): Once => ({
  scope: "account:1",
  procedure: "story.publish",
  key,
  inputHash: hashInput(input),
});

const QUEUED = `
  SELECT job.id, task.identifier AS name, job.payload, job.key, job.attempts, job.locked_by AS "lockedBy",
    job.last_error AS "lastError"
  FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
  ORDER BY job.id`;

const ring = () => [{ id: "a", secret: randomBytes(32) }];

async function nothing(): Promise<void> {}
