import { Role } from "@muejam/contracts/account";
import type { Db } from "@muejam/db";
import type { Issuer } from "../../kernel/identity.ts";

export type Who = { issuer: Issuer; subject: string };
/** `sealed` and `stamp` stand for the address; null when the issuer has told none. */
export type Address = { sealed: string; stamp: string } | null;
export type AccountRow = {
  isClosed: boolean;
  /** A day in UTC. */
  seenOn: string;
  roles: Role[];
  hasBeenAdministrator: boolean;
  emails: { sealed: string | null; isVerified: boolean }[];
};

export async function findAccountId(db: Db, { issuer, subject }: Who): Promise<string | null> {
  const row = await db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { accountId: true },
  });
  return row?.accountId ?? null;
}

/** Whoever else opens or changes an account for this person waits until this transaction is over. */
export async function lockIdentity(db: Db, { issuer, subject }: Who): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`identity:${issuer}:${subject}`}, 0))`;
}

/** No token outlives it; a second telling changes nothing. */
export async function insertGone(db: Db, who: Who, expiresAt: Date): Promise<void> {
  await db.goneIdentity.createMany({ data: [{ ...who, expiresAt }], skipDuplicates: true });
}

export async function isGone(db: Db, { issuer, subject }: Who): Promise<boolean> {
  return (await db.goneIdentity.count({ where: { issuer, subject } })) > 0;
}

export async function deleteGone(db: Db, now: Date): Promise<void> {
  await db.goneIdentity.deleteMany({ where: { expiresAt: { lt: now } } });
}

export type NewAccount = {
  id: string;
  identityId: string;
  who: Who;
  address: Address;
  isEmailVerified: boolean;
  createdAt: Date;
};

export async function insertAccount(db: Db, account: NewAccount): Promise<void> {
  const { id, identityId, who, address, isEmailVerified, createdAt } = account;
  await db.account.createMany({ data: [{ id, createdAt }] });
  await db.identity.createMany({
    data: [{ id: identityId, accountId: id, ...who, ...columnsOf(address), isEmailVerified, createdAt }],
  });
}

export async function findAccount(db: Db, id: string): Promise<AccountRow | null> {
  const [row] = await db.$queryRaw<(Omit<AccountRow, "roles"> & { roles: string[] })[]>`
    SELECT account.closed_at IS NOT NULL AS "isClosed", seen_on::text AS "seenOn",
      ARRAY(SELECT role FROM role_grant WHERE account_id = account.id AND ended_at IS NULL ORDER BY role) AS roles,
      EXISTS (SELECT FROM role_grant WHERE account_id = account.id AND role = 'administrator') AS "hasBeenAdministrator",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('sealed', email_sealed, 'isVerified', is_email_verified)), '[]')
        FROM identity WHERE account_id = account.id) AS emails
    FROM account WHERE account.id = ${id}::uuid`;
  return row ? { ...row, roles: Role.array().parse(row.roles) } : null;
}

export type StoredIdentity = { accountId: string; emailStamp: string | null; isEmailVerified: boolean };

export const findIdentity = (db: Db, { issuer, subject }: Who): Promise<StoredIdentity | null> =>
  db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { accountId: true, emailStamp: true, isEmailVerified: true },
  });

export async function updateIdentity(
  db: Db,
  { issuer, subject }: Who,
  { address, isEmailVerified }: { address: Address; isEmailVerified: boolean },
): Promise<void> {
  await db.identity.updateMany({ where: { issuer, subject }, data: { ...columnsOf(address), isEmailVerified } });
}

export async function noteSeen(db: Db, id: string, day: Date): Promise<void> {
  await db.account.updateMany({ where: { id, seenOn: { lt: day } }, data: { seenOn: day } });
}

/** False when it was closed before. */
export async function closeAccount(db: Db, id: string, closedAt: Date): Promise<boolean> {
  const { count } = await db.account.updateMany({ where: { id, closedAt: null }, data: { closedAt } });
  return count === 1;
}

const columnsOf = (address: Address) => ({
  emailSealed: address?.sealed ?? null,
  emailStamp: address?.stamp ?? null,
});
