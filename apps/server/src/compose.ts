import { createMemoryKit } from "./adapters/memory.ts";
import { createPictures } from "./adapters/pictures.ts";
import { openDatabase, openQueuePool } from "./adapters/postgres.ts";
import { checkDatabase } from "./adapters/postgres-start.ts";
import { createRedisKit } from "./adapters/redis-kit.ts";
import { composeMail } from "./compose-mail.ts";
import { composeSignIn } from "./compose-sign-in.ts";
import { accountJobs } from "./domains/account/account.jobs.ts";
import { sessionJobs } from "./domains/account/account.sessions.jobs.ts";
import { badgeJobs } from "./domains/badge/badge.jobs.ts";
import { draftJobs } from "./domains/draft/draft.jobs.ts";
import { editionJobs } from "./domains/edition/edition.jobs.ts";
import { heirJobs } from "./domains/heir/heir.jobs.ts";
import { mediaJobs } from "./domains/media/media.jobs.ts";
import { notificationJobs } from "./domains/notification/notification.jobs.ts";
import { profileJobs } from "./domains/profile/profile.jobs.ts";
import { readingJobs } from "./domains/reading/reading.jobs.ts";
import { socialJobs } from "./domains/social/social.jobs.ts";
import { statusJobs } from "./domains/status/status.jobs.ts";
import { warmStatus } from "./domains/status/status.service.ts";
import { storyJobs } from "./domains/story/story.jobs.ts";
import { warmStories } from "./domains/story/story.lists.service.ts";
import type { Env } from "./env.ts";
import type { Actor, System } from "./kernel/actor.ts";
import { warmUp } from "./kernel/cache-warm.ts";
import type { Ctx } from "./kernel/ctx.ts";
import type { Once } from "./kernel/idempotency.ts";
import { type JobRunners, startJobRunners } from "./kernel/job-runners.ts";
import { createKeyRing } from "./kernel/keys.ts";
import { createLog, type Logger } from "./kernel/log.ts";
import { mailJobs } from "./kernel/mail-delivery.ts";
import { createMetrics } from "./kernel/metrics.ts";
import { assertQueueMoves, assertReachable } from "./kernel/probes.repo.ts";
import type { Probes } from "./kernel/probes.ts";

export const jobs = [
  ...accountJobs,
  ...draftJobs,
  ...badgeJobs,
  ...editionJobs,
  ...heirJobs,
  ...mailJobs,
  ...mediaJobs,
  ...notificationJobs,
  ...profileJobs,
  ...readingJobs,
  ...sessionJobs,
  ...socialJobs,
  ...statusJobs,
  ...storyJobs,
];
const warmUps = [warmStatus, warmStories];

/** The only place that knows which part stands behind which interface. */
export async function compose(env: Env, name: string) {
  const log = createLog({ level: env.LOG_LEVEL, process: name });
  const metrics = createMetrics();
  const directUrl = env.DIRECT_DATABASE_URL ?? env.DATABASE_URL;
  await checkDatabase(env.DATABASE_URL);

  const database = openDatabase({
    url: env.DATABASE_URL,
    name: `muejam ${name}`,
    poolSize: env.DATABASE_POOL,
    statementTimeoutMs: env.STATEMENT_TIMEOUT_MS,
    log,
  });
  const kit = env.REDIS_URL
    ? await createRedisKit({ url: env.REDIS_URL, registry: metrics.registry, log })
    : createMemoryKit({ registry: metrics.registry });
  const keys = createKeyRing({ field: env.FIELD_KEYS, cursor: env.CURSOR_KEYS, signing: env.SIGNING_KEYS });
  const signIn = await composeSignIn(env, { keys, log, db: database.db });
  const { close: closeMail, mailer, ...mail } = composeMail(env, { db: database.db, keys, log });
  const pictures = createPictures();
  const probes: Probes = {
    database: () => assertReachable(database.db),
    cache: () => kit.ping(),
    jobs: () => assertQueueMoves(database.db),
  };

  const ctxFor = <A extends Actor>(caller: { actor: A; requestId: string; log: Logger; once?: Once }): Ctx<A> => ({
    db: database.db,
    cache: kit.cache,
    limits: kit.limits,
    live: kit.live,
    presence: kit.presence,
    pictures,
    keys,
    accounts: signIn.accounts,
    findPerson: signIn.findPerson,
    publicUrl: signIn.publicUrl,
    mailer,
    adminEmails: env.ADMIN_EMAILS,
    probes,
    release: env.RELEASE,
    now: () => new Date(),
    once: null,
    ...caller,
  });

  const startJobs = async (onFailure: (why: string) => void): Promise<JobRunners> => {
    const pool = openQueuePool({ url: directUrl, name: `muejam ${name} jobs`, size: env.JOBS_AT_ONCE + 4, log });
    const runners = await startJobRunners({
      pool,
      jobs,
      log,
      registry: metrics.registry,
      jobsAtOnce: env.JOBS_AT_ONCE,
      onFailure,
      ctxForJob: (run) => {
        const actor: System = { kind: "system", name: run.name };
        return ctxFor({
          actor,
          requestId: `job-${run.id}`,
          log: log.child({ job: run.name, jobId: run.id }),
          once: run.once,
        });
      },
    });
    return {
      ...runners,
      async stop(deadlineMs) {
        const stopped = await runners.stop(deadlineMs);
        await pool.end();
        return stopped;
      },
    };
  };

  return {
    log,
    metrics,
    limits: kit.limits,
    probes,
    signIn,
    ...mail,
    directUrl,
    ctxFor,
    startJobs,
    warm: () => warmUp(ctxFor({ actor: { kind: "system", name: "warm-up" }, requestId: "warm-up", log }), warmUps),
    async close() {
      closeMail();
      await kit.close();
      await database.close();
    },
  };
}
