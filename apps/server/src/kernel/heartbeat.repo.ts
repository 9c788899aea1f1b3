import type { Pool, PoolClient } from "pg";

export type Heartbeat = { id: string; poolIds: readonly string[] };

export async function beat(pool: Pool, { id, poolIds }: Heartbeat): Promise<void> {
  await pool.query(
    `INSERT INTO worker_heartbeat (id, pool_ids) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET pool_ids = excluded.pool_ids, beat_at = now()`,
    [id, poolIds],
  );
}

export async function deleteHeartbeat(pool: Pool, id: string): Promise<void> {
  await pool.query("DELETE FROM worker_heartbeat WHERE id = $1", [id]);
}

/** The pools whose jobs were freed. One process sweeps at a time; the others find nothing to do. */
export async function unlockDeadPools(pool: Pool, staleMs: number): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const dead = (await isOnlySweeper(client)) ? await findDeadPools(client, staleMs) : [];
    if (dead.length > 0) await unlock(client, dead);
    await client.query("COMMIT");
    client.release();
    return dead;
  } catch (error) {
    // A connection in an unknown state is closed, which also rolls back.
    client.release(true);
    throw error;
  }
}

const SWEEP_LOCK = 72707371;

async function isOnlySweeper(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS taken", [
    SWEEP_LOCK,
  ]);
  return rows[0]?.taken === true;
}

/**
 * A pool is dead when its process stopped beating, or when nobody beats for it although it locked something long ago;
 * a pool that has just begun locks jobs a moment before its first beat.
 */
async function findDeadPools(client: PoolClient, staleMs: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH stale AS (
       DELETE FROM worker_heartbeat WHERE beat_at < now() - $1 * interval '1 ms' RETURNING pool_ids
     ), locks AS (
       SELECT locked_by AS id, locked_at FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
       UNION ALL
       SELECT locked_by, locked_at FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL
     )
     SELECT id FROM locks GROUP BY id
     HAVING id IN (SELECT unnest(pool_ids) FROM stale)
       OR (max(locked_at) < now() - $1 * interval '1 ms'
         AND NOT EXISTS (SELECT FROM worker_heartbeat AS beating WHERE locks.id = ANY (beating.pool_ids)))`,
    [staleMs],
  );
  return rows.map((row) => row.id);
}

async function unlock(client: PoolClient, poolIds: string[]): Promise<void> {
  await client.query("SELECT graphile_worker.force_unlock_workers($1)", [poolIds]);
  await client.query(`SELECT pg_notify('jobs:insert', json_build_object('r', random(), 'count', 100)::text)`);
}
