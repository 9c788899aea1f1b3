import type { Db } from "@muejam/db";

export async function assertReachable(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}

/** A job that has been due for this long and was not begun means that nobody works. */
const patienceSeconds = 120;

export async function assertQueueMoves(db: Db): Promise<void> {
  const [waiting] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM now() - run_at)::float8 AS seconds
    FROM graphile_worker._private_jobs
    WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now()
    ORDER BY run_at
    LIMIT 1`;
  if (waiting && waiting.seconds > patienceSeconds) throw new Error(`A job has waited for ${waiting.seconds} s.`);
}
