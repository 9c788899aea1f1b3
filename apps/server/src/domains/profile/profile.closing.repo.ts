import type { ProfileState } from "@muejam/contracts/profile";
import type { Db } from "@muejam/db";

export type Closed = { id: string; accountId: string; handle: string };
const closed = { id: true, accountId: true, handle: true } as const;

/** Each at an instant of its own within the hour: faces that go together would be seen to belong together. */
export async function scheduleClosing(db: Db, accountId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE profile SET closes_at = ${now}::timestamptz + random() * interval '1 hour'
    WHERE account_id = ${accountId}::uuid AND state <> 'closed' AND closes_at IS NULL`;
}

/** One alone: whoever asks has seen to it that others of the account do not go at the same instant. */
export async function closeAt(db: Db, id: string, at: Date): Promise<void> {
  await db.profile.updateMany({ where: { id, state: { not: "closed" } }, data: { closesAt: at } });
}

export const closeDue = (db: Db, now: Date): Promise<Closed[]> =>
  db.profile.updateManyAndReturn({
    where: { closesAt: { lte: now }, state: { not: "closed" } },
    data: { state: "closed", closesAt: null },
    select: closed,
  });

export const close = (db: Db, id: string): Promise<Closed[]> =>
  db.profile.updateManyAndReturn({ where: { id }, data: { state: "closed", closesAt: null }, select: closed });

/** The handle of the face that is so from now on; null when there was nothing to change. */
export async function setState(db: Db, id: string, from: ProfileState, to: ProfileState): Promise<string | null> {
  const [row] = await db.profile.updateManyAndReturn({
    where: { id, state: from },
    data: { state: to },
    select: { handle: true },
  });
  return row?.handle ?? null;
}

/** The handles of those whose page says something else from now on. */
export async function setMemorial(db: Db, ids: readonly string[], memorialAt: Date | null): Promise<string[]> {
  const rows = await db.profile.updateManyAndReturn({
    where: { id: { in: [...ids] }, memorialAt: memorialAt ? null : { not: null } },
    data: { memorialAt },
    select: { handle: true },
  });
  return rows.map(({ handle }) => handle);
}

/** Remembered too soon: their owner was here again. */
export async function listReturned(db: Db, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT profile.id FROM profile JOIN account ON account.id = account_id
    WHERE memorial_at IS NOT NULL AND seen_on > (memorial_at AT TIME ZONE 'UTC')::date LIMIT ${take}`;
  return rows.map(({ id }) => id);
}
