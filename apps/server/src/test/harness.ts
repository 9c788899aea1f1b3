import { randomBytes, randomUUID } from "node:crypto";
import type { Role } from "@muejam/contracts/account";
import type { ErrorCode } from "@muejam/contracts/error";
import { Client } from "pg";
import { afterAll, vi } from "vitest";
import { openQueuePool } from "../adapters/postgres.ts";
import { compose, jobs } from "../compose.ts";
import { resolvePerson } from "../domains/account/account.people.service.ts";
import { grantRole, readStanding } from "../domains/account/account.roles.service.ts";
import { readEnv } from "../env.ts";
import type { Actor, Holder, Key, Member, System, Visitor } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { EVENT_JOB } from "../kernel/events.ts";
import type { Identity } from "../kernel/identity.ts";
import { withKernelJobs } from "../kernel/kernel-jobs.ts";
import { createStreams } from "../kernel/streams.ts";
import { appRouter } from "../rpc/root.ts";
import { type CallCtx, createCallerFactory } from "../rpc/trpc.ts";
import { appUrl, directUrl } from "./database.ts";
import { runDue, tasksOf } from "./job-tasks.ts";
import { variables } from "./variables.ts";

const own = { PUBLIC_URL: "https://muejam.test", LOG_LEVEL: process.env["TEST_LOG"] ?? "error" };
const env = readEnv({ ...variables(), ...own });
export const app = await compose(env, "test");
const queue = openQueuePool({ url: directUrl, name: "muejam test queue", size: 6, log: app.log });
afterAll(async () => {
  await app.close();
  await queue.end();
});

type Changes = Partial<
  Pick<Ctx, "adminEmails" | "cache" | "findPerson" | "limits" | "live" | "now" | "presence" | "probes" | "requestId">
>;

/** The Ctx that a service gets in production, with what a test must decide put in its place. */
export function ctxOf<A extends Actor>(actor: A, changes: Changes = {}): Ctx<A> {
  return { ...app.ctxFor({ actor, requestId: randomUUID(), log: app.log }), ...changes };
}

/** Calls the real procedures as this actor. A refusal is a TRPCError whose `cause` is the AppError. */
export const as = (actor: Actor, changes: Changes & { idempotencyKey?: string } = {}) =>
  createCaller(callOf(actor, changes));

/** What a refused call is rejected with. */
export const refusal = (code: ErrorCode) => ({ cause: { code } });

/** What a procedure is given at the door. */
export function callOf(
  actor: Actor,
  { idempotencyKey, ...changes }: Changes & { idempotencyKey?: string } = {},
): CallCtx {
  const ctx = ctxOf(actor, changes);
  const call = {
    metrics: app.metrics,
    streams,
    idempotencyKey,
    isBatch: false,
    // Each call is a request of its own.
    identify: async () => ({ ...actor }),
    readStanding: (holder: Holder) => readStanding(ctx, holder),
  };
  return { ...ctx, call };
}

const createCaller = createCallerFactory(appRouter);
const streams = createStreams(1000);

/** Rows and actors that no other test has. Each domain adds its own. */
export const make = {
  visitor: (address = `2001:db8:${randomHex(2)}:${randomHex(2)}::1`): Visitor => ({ kind: "visitor", address }),
  member: (given: Partial<Omit<Member, "kind">> = {}): Member => ({
    kind: "member",
    accountId: randomUUID(),
    profileId: randomUUID(),
    roles: [],
    isEmailVerified: true,
    session: { issuer: "built-in", id: randomUUID(), endsAt: new Date(Date.now() + 300_000), provenAt: new Date() },
    ...given,
  }),
  key: (given: Partial<Omit<Key, "kind">> = {}): Key => ({
    kind: "key",
    keyId: randomUUID(),
    accountId: randomUUID(),
    profileId: randomUUID(),
    scopes: ["read"],
    isEmailVerified: true,
    ...given,
  }),
  system: (name = "test"): System => ({ kind: "system", name }),
  identity: (given: Partial<Identity> = {}): Identity => ({
    issuer: "built-in",
    subject: randomUUID(),
    sessionId: randomUUID(),
    email: `${randomHex(6)}@people.test`,
    isEmailVerified: true,
    issuedAt: new Date(),
    expiresAt: new Date(Date.now() + 300_000),
    provenAt: new Date(),
    ...given,
  }),
  /** Somebody with an account and a first face, as their first call makes them. */
  person: async (given: Partial<Identity> = {}, roles: readonly Role[] = []): Promise<Member> => {
    const identity = make.identity(given);
    const ctx = ctxOf(make.visitor());
    const member = await resolvePerson(ctx, identity, undefined);
    for (const role of roles)
      await grantRole(ctxOf(member), { profileId: member.profileId, role, purpose: "test:world" });
    return resolvePerson(ctx, identity, undefined);
  },
};

/** How many statements the application sent to Postgres meanwhile; the frame of a transaction is not counted. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ queries: number; result: T; sql: string[] }> {
  const from = sent.length;
  const result = await work();
  const sql = sent.slice(from);
  return { queries: sql.length, result, sql };
}

/** The events, not yet told to their subscribers, whose data mentions this id. */
export async function eventsAbout(id: string): Promise<{ name: string; data: unknown }[]> {
  const { rows } = await queue.query<{ name: string; data: unknown }>(
    `SELECT job.payload ->> 'name' AS name, job.payload -> 'data' AS data
     FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
     WHERE task.identifier = $1 AND strpos(job.payload ->> 'data', $2) > 0 ORDER BY job.id`,
    [EVENT_JOB, id],
  );
  return rows;
}

/** Runs what is due and what comes of it, with the real tasks, until nothing is left. A job that fails fails the test. */
export async function runJobs(): Promise<void> {
  let left: JobLeft[];
  do {
    await runDue(queue, tasks);
    // The queue does not wait for its own note that a job is done; until then the next of a serial queue is held back.
    left = await vi.waitUntil(listSettledJobs, { timeout: 10_000, interval: 5 });
  } while (left.some(({ name, lastError }) => lastError === null && name in tasks));
  const faults = left.map(({ name, lastError }) => `The job ${name} failed: ${lastError ?? "no task of this name"}`);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** Puts a job into the queue, as its schedule would, and runs it with all that is due. */
export async function runJob(name: string, payload: object = {}): Promise<void> {
  await queue.query("SELECT graphile_worker.add_job($1, $2::json)", [name, JSON.stringify(payload)]);
  await runJobs();
}

type JobLeft = { name: string; lastError: string | null; isRunning: boolean };

/** False while a job is held. */
async function listSettledJobs(): Promise<JobLeft[] | false> {
  const { rows } = await queue.query<JobLeft>(
    `SELECT task.identifier AS name, job.last_error AS "lastError", job.locked_at IS NOT NULL AS "isRunning"
     FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
     WHERE job.last_error IS NOT NULL OR job.run_at <= now()`,
  );
  return !rows.some(({ isRunning }) => isRunning) && rows;
}

const tasks = tasksOf(withKernelJobs(jobs), ({ name, id, once }) =>
  app.ctxFor({ actor: make.system(name), requestId: `job-${id}`, log: app.log, once }),
);

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}

// Every statement passes here, whoever builds it. The owner's sessions are the harness's own.
const sent: string[] = [];
const appLogin = new URL(appUrl).username;
Client.prototype.query = new Proxy(Client.prototype.query, {
  apply(query, client: Client, args: [string | { text: string }, ...unknown[]]) {
    const sql = typeof args[0] === "string" ? args[0] : args[0].text;
    if (client.user === appLogin && !/^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i.test(sql)) sent.push(sql);
    return Reflect.apply(query, client, args);
  },
});
