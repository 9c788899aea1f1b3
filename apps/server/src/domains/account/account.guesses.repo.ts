import { type Db, Prisma } from "@muejam/db";

/** Until when any of these is locked; null when none is. */
export async function findLock(db: Db, stamps: readonly string[], now: Date): Promise<Date | null> {
  const locked = await db.wrongGuess.findFirst({
    where: { stamp: { in: [...stamps] }, lockedUntil: { gt: now } },
    orderBy: { lockedUntil: "desc" },
    select: { lockedUntil: true },
  });
  return locked?.lockedUntil ?? null;
}

type Wrong = { stamp: string; now: Date; rowSince: Date; most: number; lockedUntil: Date };

/** How many in a row there are with this one. From the `most`th on, each locks again. */
export async function countWrong(db: Db, { stamp, now, rowSince, most, lockedUntil }: Wrong): Promise<number> {
  const next = Prisma.sql`CASE WHEN known.last_at < ${rowSince} THEN 1 ELSE known.count + 1 END`;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO wrong_guess AS known (stamp, count, last_at) VALUES (${stamp}, 1, ${now})
    ON CONFLICT (stamp) DO UPDATE SET count = ${next}, last_at = ${now},
      locked_until = CASE WHEN ${next} >= ${most} THEN ${lockedUntil}::timestamptz END
    RETURNING count`;
  return row?.count ?? 1;
}

export async function forgetWrong(db: Db, stamp: string): Promise<void> {
  await db.wrongGuess.deleteMany({ where: { stamp } });
}

export async function deleteWrongBefore(db: Db, before: Date): Promise<void> {
  await db.wrongGuess.deleteMany({ where: { lastAt: { lt: before } } });
}
