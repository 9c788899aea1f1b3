import { randomUUID } from "node:crypto";
import { withAppLogin } from "@muejam/db/testing/server";
import pino from "pino";
import { Registry } from "prom-client";
import { createAccounts } from "../adapters/accounts.ts";
import { createPictures } from "../adapters/pictures.ts";
import { openDatabase, openQueuePool } from "../adapters/postgres.ts";
import type { System } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { type JobRunnersOptions, startJobRunners } from "../kernel/job-runners.ts";
import type { Job } from "../kernel/jobs.ts";
import { createKeyRing } from "../kernel/keys.ts";
import { createLocalLive } from "../kernel/live.ts";
import { createLocalPresence } from "../kernel/presence.ts";
import { limitless } from "./limitless.ts";

/** The kernel's parts on a database that is there already; processes that share it share their keys. */
export async function openKernelAt(directUrl: string) {
  const log = pino({ level: process.env["TEST_LOG"] ?? "silent" });
  const access = { url: withAppLogin(directUrl), name: "kernel test", poolSize: 10, statementTimeoutMs: 5000, log };
  const { db, close } = openDatabase(access);
  const pool = openQueuePool({ url: directUrl, name: "kernel test jobs", size: 24, log });
  const dropped: string[] = [];
  const live = createLocalLive();
  const keys = createKeyRing({ field: ring(), cursor: ring(), signing: ring() });

  const ctx = (changes: Partial<Ctx<System>> = {}): Ctx<System> => ({
    actor: { kind: "system", name: "test" },
    db,
    cache: { isShared: false, read: ({ load }) => load(), drop: async (tags) => void dropped.push(...tags) },
    limits: limitless,
    live,
    presence: createLocalPresence(),
    pictures: createPictures(),
    keys,
    publicUrl: "https://muejam.test",
    findPerson: async () => null,
    accounts: createAccounts({ keys, publicUrl: "https://muejam.test" }),
    adminEmails: [],
    mailer: { provider: "outbox", send: async ({ id }) => ({ kind: "sent", providerId: id }) },
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

const QUEUED = `
  SELECT job.id, task.identifier AS name, job.payload, job.key, job.attempts, job.locked_by AS "lockedBy",
    job.last_error AS "lastError"
  FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
  ORDER BY job.id`;

const ring = () => [{ id: "a", secret: Buffer.alloc(32, 1) }];

async function nothing(): Promise<void> {}
