import type { Db } from "@muejam/db";

export async function keepsHistory(db: Db, accountId: string): Promise<boolean> {
  const row = await db.readingChoice.findUnique({ where: { accountId }, select: { keepsHistory: true } });
  return row?.keepsHistory ?? true;
}

export async function upsertChoice(db: Db, accountId: string, isKept: boolean): Promise<void> {
  const keepsHistory = isKept;
  await db.readingChoice.upsert({
    where: { accountId },
    create: { accountId, keepsHistory },
    update: { keepsHistory },
  });
}

export async function deletePositions(db: Db, accountId: string): Promise<void> {
  await db.readingPosition.deleteMany({ where: { accountId } });
}
