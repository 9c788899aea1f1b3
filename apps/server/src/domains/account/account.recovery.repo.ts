import type { Db } from "@muejam/db";

export type Recovery = { id: string; accountId: string; subject: string };
type New = Recovery & { askedAt: Date; dueAt: Date };

const open = { stoppedAt: null, doneAt: null };
const named = { id: true, accountId: true, subject: true };

export async function findBuiltIn(db: Db, accountId: string): Promise<string | null> {
  const row = await db.identity.findFirst({ where: { accountId, issuer: "built-in" }, select: { subject: true } });
  return row?.subject ?? null;
}

/** False when one is under way. */
export async function insertRecovery(db: Db, recovery: New): Promise<boolean> {
  return (await db.recovery.createMany({ data: [recovery], skipDuplicates: true })).count === 1;
}

export const listOpen = (db: Db): Promise<{ id: string; askedAt: Date; dueAt: Date }[]> =>
  db.recovery.findMany({
    where: open,
    orderBy: { dueAt: "asc" },
    take: 200,
    select: { id: true, askedAt: true, dueAt: true },
  });

export async function stopRecovery(db: Db, id: string, stoppedAt: Date): Promise<Recovery | null> {
  const [row] = await db.recovery.updateManyAndReturn({
    where: { id, ...open },
    data: { stoppedAt },
    select: named,
  });
  return row ?? null;
}

/** What is due, from now on done. */
export const takeDue = (db: Db, now: Date): Promise<Recovery[]> =>
  db.recovery.updateManyAndReturn({ where: { dueAt: { lte: now }, ...open }, data: { doneAt: now }, select: named });

/** Every address that this person has, or had until lately, sealed. */
export async function listSealedAddresses(db: Db, { accountId, subject }: Recovery, now: Date): Promise<string[]> {
  const [own, former] = await Promise.all([
    db.identity.findMany({ where: { accountId, isEmailVerified: true }, select: { emailSealed: true } }),
    db.formerAddress.findMany({ where: { subject, expiresAt: { gt: now } }, select: { emailSealed: true } }),
  ]);
  return [...own, ...former].flatMap(({ emailSealed }) => emailSealed ?? []);
}
