import { type Db, Prisma } from "@muejam/db";
import type { Pool, PoolClient } from "pg";

export type FailedJob = {
  id: string;
  name: string;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  failedAt: Date;
};
export type JobDepth = { name: string; waiting: number; running: number; failed: number };

/** Oldest first; `after` is the id of the last one seen. */
export async function listFailed(
  db: Db,
  { after, take }: { after: string | null; take: number },
): Promise<FailedJob[]> {
  const beyond = after === null ? Prisma.empty : Prisma.sql`AND job.id > ${after}::bigint`;
  return db.$queryRaw<FailedJob[]>`
    SELECT job.id::text AS id, task.identifier AS name, job.attempts, job.max_attempts AS "maxAttempts",
      job.last_error AS "lastError", job.updated_at AS "failedAt"
    FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    WHERE job.attempts >= job.max_attempts AND job.locked_at IS NULL ${beyond}
    ORDER BY job.id LIMIT ${take}`;
}

/** The ids that were failed jobs and wait again. */
export async function retryFailed(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT retried::text AS id FROM retry_failed_jobs(${ids}::text[]::bigint[]) AS retried ORDER BY retried`;
  return rows.map((row) => row.id);
}

export const countJobs = (db: Db): Promise<JobDepth[]> => db.$queryRaw<JobDepth[]>(Prisma.raw(DEPTH));

export async function countJobsDirectly(pool: Pool): Promise<JobDepth[]> {
  const { rows } = await pool.query<JobDepth>(DEPTH);
  return rows;
}

/** Without this, a job that can never succeed would be tried for days. */
export async function useUpAttempts(client: PoolClient, id: string): Promise<void> {
  await client.query("UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE id = $1", [id]);
}

/** Gives back what these pools still hold, as if it had not been begun. */
export async function releaseJobs(pool: Pool, poolIds: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ released: number }>(
    `WITH jobs AS (
       UPDATE graphile_worker._private_jobs
       SET locked_by = NULL, locked_at = NULL, attempts = greatest(0, attempts - 1), run_at = greatest(run_at, now())
       WHERE locked_by = ANY ($1) RETURNING 1
     ), queues AS (
       UPDATE graphile_worker._private_job_queues SET locked_by = NULL, locked_at = NULL WHERE locked_by = ANY ($1)
     )
     SELECT count(*)::int AS released, pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text)
     FROM jobs`,
    [poolIds],
  );
  return rows[0]?.released ?? 0;
}

const DEPTH = `
  SELECT task.identifier AS name,
    count(*) FILTER (WHERE job.locked_at IS NULL AND job.attempts < job.max_attempts)::int AS waiting,
    count(*) FILTER (WHERE job.locked_at IS NOT NULL)::int AS running,
    count(*) FILTER (WHERE job.locked_at IS NULL AND job.attempts >= job.max_attempts)::int AS failed
  FROM graphile_worker._private_jobs AS job
  JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
  GROUP BY task.identifier ORDER BY task.identifier`;
