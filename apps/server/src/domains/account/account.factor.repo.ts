import type { Db } from "@muejam/db";

export type Factor = { secretSealed: string; createdAt: Date };
type NewFactor = Factor & { subject: string; lastStep: number };

export const findFactor = (db: Db, subject: string): Promise<Factor | null> =>
  db.secondFactor.findUnique({ where: { subject }, select: { secretSealed: true, createdAt: true } });

/** False when there is one already. */
export async function insertFactor(db: Db, factor: NewFactor): Promise<boolean> {
  const { count } = await db.secondFactor.createMany({ data: [factor], skipDuplicates: true });
  return count === 1;
}

export async function deleteFactor(db: Db, subject: string): Promise<void> {
  await db.secondFactor.deleteMany({ where: { subject } });
}

/** False when a code of this half minute, or of a later one, has been used. */
export async function useStep(db: Db, subject: string, step: number): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: { subject, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

export async function replaceBackupCodes(db: Db, subject: string, stamps: readonly string[]): Promise<void> {
  await db.backupCode.deleteMany({ where: { subject } });
  await db.backupCode.createMany({ data: stamps.map((stamp) => ({ subject, stamp })) });
}

export async function useBackupCode(db: Db, subject: string, stamps: readonly string[]): Promise<boolean> {
  const { count } = await db.backupCode.deleteMany({ where: { subject, stamp: { in: [...stamps] } } });
  return count > 0;
}

export const countBackupCodes = (db: Db, subject: string): Promise<number> =>
  db.backupCode.count({ where: { subject } });
