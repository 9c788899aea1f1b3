import type { MailedKind } from "@muejam/contracts/notification";
import type { Db } from "@muejam/db";

/** The kinds that this person has said no to. */
export async function listRefused(db: Db, accountId: string): Promise<Set<string>> {
  const rows = await db.notificationChoice.findMany({ where: { accountId, isMailed: false }, select: { kind: true } });
  return new Set(rows.map(({ kind }) => kind));
}

/** Those who have said no. */
export async function listRefusing(db: Db, accountIds: readonly string[], kind: MailedKind): Promise<string[]> {
  const where = { accountId: { in: [...accountIds] }, kind, isMailed: false };
  const rows = await db.notificationChoice.findMany({ where, select: { accountId: true } });
  return rows.map(({ accountId }) => accountId);
}

type Choice = { kind: MailedKind; isMailed: boolean };

export async function choose(db: Db, accountId: string, choices: readonly Choice[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO notification_choice (account_id, kind, is_mailed)
    SELECT ${accountId}::uuid, kind, is_mailed
    FROM unnest(${choices.map(({ kind }) => kind)}::text[], ${choices.map(({ isMailed }) => isMailed)}::boolean[])
      AS chosen (kind, is_mailed)
    ON CONFLICT (account_id, kind) DO UPDATE SET is_mailed = excluded.is_mailed`;
}
