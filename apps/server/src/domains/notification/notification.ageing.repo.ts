import type { Db } from "@muejam/db";

type Ages = { readBefore: Date; toldBefore: Date; take: number };

/** How many went: no more than `take`, so that no statement holds its locks for long. */
export async function deleteOld(db: Db, { readBefore, toldBefore, take }: Ages): Promise<number> {
  return db.$executeRaw`
    DELETE FROM notification WHERE id IN (
      (SELECT id FROM notification WHERE read_at < ${readBefore} LIMIT ${take})
      UNION ALL
      (SELECT id FROM notification WHERE read_at IS NULL AND at < ${toldBefore} LIMIT ${take})
      LIMIT ${take})`;
}
