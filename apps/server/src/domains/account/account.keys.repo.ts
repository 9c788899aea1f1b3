import { type Key, Scope } from "@muejam/contracts/account";
import type { Db, Prisma } from "@muejam/db";

const shown = {
  id: true,
  name: true,
  profileId: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  replacedAt: true,
} satisfies Prisma.ApiKeySelect;
const shownMax = 100;
type Row = Prisma.ApiKeyGetPayload<{ select: typeof shown }>;

const toKey = ({ scopes, createdAt, expiresAt, lastUsedAt, replacedAt, ...rest }: Row): Key => ({
  ...rest,
  scopes: Scope.array().parse(scopes),
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  replacedAt: replacedAt?.toISOString() ?? null,
});

/** What a key is checked by, as the cache keeps it. */
export type KeyRecord = {
  accountId: string;
  profileId: string;
  scopes: Scope[];
  secretHash: string;
  expiresAt: string;
  isRevoked: boolean;
};

export async function findRecord(db: Db, id: string): Promise<KeyRecord | null> {
  const row = await db.apiKey.findUnique({
    where: { id },
    select: { accountId: true, profileId: true, scopes: true, secretHash: true, expiresAt: true, revokedAt: true },
  });
  if (!row) return null;
  const { scopes, expiresAt, revokedAt, ...rest } = row;
  return {
    ...rest,
    scopes: Scope.array().parse(scopes),
    expiresAt: expiresAt.toISOString(),
    isRevoked: revokedAt !== null,
  };
}

/** Those that have ended lately as well: whoever wonders why a program stopped finds its key. */
export async function listKeys(db: Db, accountId: string, { endedAfter }: { endedAfter: Date }): Promise<Key[]> {
  const rows = await db.apiKey.findMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: endedAfter } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shownMax,
    select: shown,
  });
  return rows.map(toKey);
}

type Counted = { accountId: string; now: Date };

/** Those that work, without those that go on beside their successor. */
export const countKeys = (db: Db, { accountId, now }: Counted): Promise<number> =>
  db.apiKey.count({ where: { accountId, revokedAt: null, replacedAt: null, expiresAt: { gt: now } } });

/** Others that add to the same account wait, so that the counts hold. `running`: all that work. */
export async function lockAndCountKeys(db: Db, { accountId, now }: Counted): Promise<{ own: number; running: number }> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`keys:${accountId}`}, 0))`;
  const where = { accountId, revokedAt: null, expiresAt: { gt: now } };
  const rows = await db.apiKey.findMany({ where, select: { replacedAt: true } });
  return { own: rows.filter(({ replacedAt }) => replacedAt === null).length, running: rows.length };
}

export async function insertKey(
  db: Db,
  key: Omit<Prisma.ApiKeyCreateManyInput, "scopes"> & { scopes: Scope[] },
): Promise<Key> {
  const [row] = await db.apiKey.createManyAndReturn({ data: [key], select: shown });
  if (!row) throw new Error("The insert of a key returned nothing.");
  return toKey(row);
}

/** Null when there is no such key of this account that still works. */
export async function revokeKey(
  db: Db,
  { id, accountId }: { id: string; accountId: string },
  revokedAt: Date,
): Promise<Key | null> {
  const where = { id, accountId, revokedAt: null };
  const [row] = await db.apiKey.updateManyAndReturn({ where, data: { revokedAt }, select: shown });
  return row ? toKey(row) : null;
}

/** Null when there is no such key of this account that works and has no successor. */
export async function findRotated(
  db: Db,
  { id, accountId, now }: { id: string; accountId: string; now: Date },
): Promise<Key | null> {
  const where = { id, accountId, revokedAt: null, replacedAt: null, expiresAt: { gt: now } };
  const row = await db.apiKey.findFirst({ where, select: shown });
  return row && toKey(row);
}

export async function replaceKey(db: Db, id: string, ends: { replacedAt: Date; expiresAt: Date }): Promise<void> {
  await db.apiKey.updateMany({ where: { id }, data: ends });
}

/** The ids of those that worked until now. */
export async function revokeAll(db: Db, accountId: string, revokedAt: Date): Promise<string[]> {
  const where = { accountId, revokedAt: null };
  const rows = await db.apiKey.updateManyAndReturn({ where, data: { revokedAt }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Unless another process has written it down within the last minute. */
export async function noteUse(db: Db, id: string, { now, before }: { now: Date; before: Date }): Promise<void> {
  const isDue = [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }];
  await db.apiKey.updateMany({ where: { id, OR: isDue }, data: { lastUsedAt: now } });
}
