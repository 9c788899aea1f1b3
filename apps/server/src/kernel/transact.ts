import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "@muejam/db";
import { actorRef } from "./actor.ts";
import type { AuditEntry } from "./audit.ts";
import { sealing } from "./audit-seal.ts";
import type { Ctx } from "./ctx.ts";
import { AppError } from "./errors.ts";
import { type Event, eventSpec } from "./events.ts";
import { claim } from "./idempotency.repo.ts";
import type { Once } from "./idempotency.ts";
import { dropTags } from "./job-housekeeping.ts";
import type { JobSpec } from "./job-spec.ts";
import { type Job, jobSpec } from "./jobs.ts";
import type { KeyRing } from "./keys.ts";
import { inTransaction, readNow, settle, sqlStateOf } from "./transact.repo.ts";

export type Tx = {
  readonly db: Db;
  /** The database's own instant, the same in the whole transaction. */
  readonly now: Date;
  readonly keys: KeyRing;
  emit<T>(event: Event<T>, data: T): void;
  /** A later job under the same key takes the place of one that has not begun. */
  enqueue<T>(job: Job<T>, payload: T, options?: { key?: string; runAt?: Date }): void;
  touch(...tags: string[]): void;
  /** Those who look at this profile read again, once this is committed. */
  announce(profileId: string): void;
  audit(entry: AuditEntry): void;
};

type Outcome<T> = { answer: T; tags: readonly string[]; announced: readonly string[] };

const TRIES = 4;

/**
 * One write: all of it happens or nothing, and with `ctx.once` it happens once, however often it is asked for.
 * `work` may run again after a conflict, so it changes nothing but the database; its answer is plain JSON.
 */
export async function transact<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (ctx.once) spend(ctx.once);
  const { answer, tags, announced } = await withRetries(() => inTransaction(ctx.db, (db) => attempt(ctx, db, work)));
  if (tags.length > 0)
    await ctx.cache
      .drop(tags)
      .catch((err: unknown) => ctx.log.warn({ err, tags }, "cache drop failed; its job remains"));
  // Last, for whoever hears it reads at once.
  if (announced.length > 0)
    await ctx.live
      .announce(announced)
      .catch((err: unknown) => ctx.log.warn({ err }, "hints stayed in this process; the others look within seconds"));
  return answer;
}

async function attempt<T>(ctx: Ctx, db: Db, work: (tx: Tx) => Promise<T>): Promise<Outcome<T>> {
  const { once, keys } = ctx;
  const claimed = once && (await claim(db, once));
  if (claimed && claimed.answer !== null) {
    if (claimed.inputHash !== once?.inputHash) throw new AppError("IDEMPOTENCY_KEY_REUSED");
    return { ...JSON.parse(keys.decrypt("idempotency", claimed.answer)), tags: [], announced: [] };
  }

  const jobs: JobSpec[] = [];
  const audit: AuditEntry[] = [];
  const tags = new Set<string>();
  const announced = new Set<string>();
  const answer = await work({
    db,
    now: claimed?.now ?? (await readNow(db)),
    keys: ctx.keys,
    emit: (event, data) => void jobs.push(eventSpec(event, data)),
    enqueue: (job, payload, options) => void jobs.push(jobSpec(job, payload, options)),
    touch: (...touched) => touched.forEach((tag) => void tags.add(tag)),
    announce: (profileId) => void announced.add(profileId),
    audit: (entry) => void audit.push(entry),
  });
  if (ctx.cache.isShared && tags.size > 0) jobs.push(jobSpec(dropTags, { tags: [...tags] }));
  if (audit.length > 0) jobs.push(sealing());

  const leftovers = { actor: actorRef(ctx.actor), audit, jobs };
  if (!once) {
    await settle(db, { ...leftovers, answer: null });
    return { answer, tags: [...tags], announced: [...announced] };
  }
  const text = JSON.stringify({ answer });
  await settle(db, { ...leftovers, answer: { once, sealed: keys.encrypt("idempotency", text) } });
  // The first call gets what its repeats will get, so that an answer JSON cannot hold shows at once.
  return { ...JSON.parse(text), tags: [...tags], announced: [...announced] };
}

const spent = new WeakSet<Once>();

/** A second transaction under the same key would find the first one's answer and do nothing, in silence. */
function spend(once: Once): void {
  if (spent.has(once)) throw new Error(`${once.procedure} calls transact twice under one key: split the job.`);
  spent.add(once);
}

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const state = sqlStateOf(error);
      if (state === "57014" || state === "55P03") throw new AppError("TIMED_OUT");
      if ((state !== "40001" && state !== "40P01") || tries === TRIES) throw error;
      await wait(Math.random() * 20 * 2 ** tries);
    }
  }
}
