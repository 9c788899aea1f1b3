import type { Db } from "@muejam/db";

const kind = "chapter-published";

export async function findIsMailed(db: Db, accountId: string): Promise<boolean | null> {
  const row = await db.notificationChoice.findUnique({ where: { accountId_kind: { accountId, kind } } });
  return row?.isMailed ?? null;
}

/** Those who have said no. */
export async function listRefusing(db: Db, accountIds: readonly string[]): Promise<string[]> {
  const where = { accountId: { in: [...accountIds] }, kind, isMailed: false };
  const rows = await db.notificationChoice.findMany({ where, select: { accountId: true } });
  return rows.map(({ accountId }) => accountId);
}

export async function choose(db: Db, accountId: string, isMailed: boolean): Promise<void> {
  await db.$executeRaw`
    INSERT INTO notification_choice (account_id, kind, is_mailed) VALUES (${accountId}::uuid, ${kind}, ${isMailed})
    ON CONFLICT (account_id, kind) DO UPDATE SET is_mailed = excluded.is_mailed`;
}
