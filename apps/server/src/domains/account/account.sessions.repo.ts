import type { Db } from "@muejam/db";

export type RefreshToken = {
  id: string;
  sessionId: string;
  secretStamp: string;
  expiresAt: Date;
  usedAt: Date | null;
  familyEndedAt: Date | null;
};
type NewRefreshToken = Omit<RefreshToken, "usedAt" | "familyEndedAt"> & { parentId: string | null; createdAt: Date };
export type EndedSession = { issuer: string; sessionId: string; endedAt: Date; expiresAt: Date };

/** Whoever asks for the same token meanwhile waits, so that one of them is the first. */
export async function lockRefreshToken(db: Db, id: string): Promise<RefreshToken | null> {
  const [row] = await db.$queryRaw<RefreshToken[]>`
    SELECT id, session_id AS "sessionId", secret_stamp AS "secretStamp", expires_at AS "expiresAt",
      used_at AS "usedAt", family_ended_at AS "familyEndedAt"
    FROM refresh_token WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

export const findSuccessor = (db: Db, parentId: string): Promise<{ id: string; secretStamp: string } | null> =>
  db.refreshToken.findUnique({ where: { parentId }, select: { id: true, secretStamp: true } });

export async function insertRefreshToken(db: Db, token: NewRefreshToken): Promise<void> {
  await db.refreshToken.createMany({ data: [token] });
}

export async function useRefreshToken(db: Db, id: string, usedAt: Date): Promise<void> {
  await db.refreshToken.updateMany({ where: { id }, data: { usedAt } });
}

export async function endFamilies(db: Db, sessionIds: string[], familyEndedAt: Date): Promise<void> {
  await db.refreshToken.updateMany({
    where: { sessionId: { in: sessionIds }, familyEndedAt: null },
    data: { familyEndedAt },
  });
}

/** The sessions that had not ended before. */
export async function insertEndedSessions(db: Db, sessions: EndedSession[]): Promise<string[]> {
  const rows = await db.endedSession.createManyAndReturn({
    data: sessions,
    skipDuplicates: true,
    select: { sessionId: true },
  });
  return rows.map(({ sessionId }) => sessionId);
}

export async function isSessionEnded(db: Db, issuer: string, sessionId: string): Promise<boolean> {
  const row = await db.endedSession.findUnique({
    where: { issuer_sessionId: { issuer, sessionId } },
    select: { sessionId: true },
  });
  return row !== null;
}

/** Used tokens stay as long as their return would still tell of a theft. */
export async function deleteOld(db: Db, { now, usedBefore }: { now: Date; usedBefore: Date }): Promise<void> {
  await db.refreshToken.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, { usedAt: { lt: usedBefore } }] } });
  await db.endedSession.deleteMany({ where: { expiresAt: { lt: now } } });
}
