import { type Db, Prisma } from "@muejam/db";
import type { Once } from "./idempotency.ts";

export type Claim = { now: Date; inputHash: string; answer: string | null };

/** Waits for a first call that is still running; `answer` is null for the call that is the first itself. */
export async function claim(db: Db, { scope, procedure, key, inputHash }: Once): Promise<Claim> {
  const [row] = await db.$queryRaw<Claim[]>`
    INSERT INTO idempotency AS it (scope, procedure, key, input_hash)
    VALUES (${scope}, ${procedure}, ${key}, ${inputHash})
    ON CONFLICT (scope, procedure, key) DO UPDATE SET key = it.key
    RETURNING now() AS "now", it.input_hash AS "inputHash", it.answer`;
  if (!row) throw new Error("The claim of an idempotency key returned nothing.");
  return row;
}

export function answered({ scope, procedure, key }: Once, answer: string): Prisma.Sql {
  return Prisma.sql`UPDATE idempotency SET answer = ${answer}
    WHERE scope = ${scope} AND procedure = ${procedure} AND key = ${key}`;
}

/** How many were removed: at most `most`, so that no purge holds its locks for long. */
export async function deleteExpired(db: Db, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM idempotency WHERE (scope, procedure, key) IN (
      SELECT scope, procedure, key FROM idempotency
      WHERE created_at < now() - interval '24 hours'
        AND (scope <> 'job' OR created_at < now() - interval '7 days')
      LIMIT ${most})`;
}
