import { Role } from "@muejam/contracts/account";
import { StaffGrant } from "@muejam/contracts/staff";
import type { Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";

export type NewGrant = {
  id: string;
  accountId: string;
  role: Role;
  grantedBy: string | null;
  isNamed: boolean;
  /** The faces: whose it is, and who gave it. */
  profileId: string | null;
  grantedAs: string | null;
  grantedAt: Date;
};

/** False when the role is held already, or the configuration has named this account before. */
export async function insertGrant(db: Db, grant: NewGrant): Promise<boolean> {
  const { count } = await db.roleGrant.createMany({ data: [grant], skipDuplicates: true });
  return count === 1;
}

/** The accounts that hold a role; whoever else would change who holds it waits. */
export async function lockHolders(db: Db, role: Role): Promise<string[]> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`role:${role}`}, 0))`;
  const rows = await db.roleGrant.findMany({ where: { role, endedAt: null }, select: { accountId: true } });
  return rows.map(({ accountId }) => accountId);
}

/** False when the role was not held. */
export async function endGrant(
  db: Db,
  { accountId, role }: { accountId: string; role: Role },
  { endedAt, endedBy }: { endedAt: Date; endedBy: string },
): Promise<boolean> {
  const where = { accountId, role, endedAt: null };
  const { count } = await db.roleGrant.updateMany({ where, data: { endedAt, endedBy } });
  return count === 1;
}

export async function endAllGrants(db: Db, accountId: string, endedAt: Date): Promise<void> {
  await db.roleGrant.updateMany({ where: { accountId, endedAt: null }, data: { endedAt } });
}

export async function listRoles(db: Db, accountId: string): Promise<Role[]> {
  const where = { accountId, endedAt: null };
  const rows = await db.roleGrant.findMany({ where, orderBy: { role: "asc" }, select: { role: true } });
  return rows.map(({ role }) => Role.parse(role));
}

const face = { select: { id: true, handle: true, displayName: true } } as const;
const shown = {
  id: true,
  role: true,
  grantedAt: true,
  isNamed: true,
  profile: face,
  giver: face,
  account: { select: { profiles: { ...face, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 1 } } },
} satisfies Prisma.RoleGrantSelect;

/** Oldest first. Who holds a role is told whatever hides the face; without one it is the first that its account got. */
export async function listStaff(
  db: Db,
  { after, take }: { after: Position | null; take: number },
): Promise<StaffGrant[]> {
  const later = after && { OR: [{ grantedAt: { gt: after.at } }, { grantedAt: after.at, id: { gt: after.id } }] };
  const rows = await db.roleGrant.findMany({
    where: { endedAt: null, ...later },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
    take,
    select: shown,
  });
  return rows.map(({ giver, account, profile, grantedAt, ...rest }) =>
    StaffGrant.parse({
      ...rest,
      profile: profile ?? account.profiles[0],
      grantedAt: grantedAt.toISOString(),
      grantedBy: giver,
    }),
  );
}

export type Credential = { session: { issuer: string; id: string } } | { keyId: string };
export type StandingRow = { roles: Role[]; isClosed: boolean; isLive: boolean };

/** How an account stands this very moment, and whether what it came with still holds. */
export async function findStanding(db: Db, accountId: string, credential: Credential): Promise<StandingRow | null> {
  const [issuer, sessionId] =
    "session" in credential ? [credential.session.issuer, credential.session.id] : [null, null];
  const keyId = "keyId" in credential ? credential.keyId : null;
  const [row] = await db.$queryRaw<{ roles: string[]; isClosed: boolean; isLive: boolean }[]>`
    SELECT account.closed_at IS NOT NULL AS "isClosed",
      ARRAY(SELECT role FROM role_grant WHERE account_id = account.id AND ended_at IS NULL ORDER BY role) AS roles,
      CASE WHEN ${keyId}::uuid IS NULL
        THEN NOT EXISTS (SELECT FROM ended_session WHERE issuer = ${issuer} AND session_id = ${sessionId})
        ELSE EXISTS (SELECT FROM api_key WHERE id = ${keyId}::uuid AND revoked_at IS NULL AND expires_at > now())
      END AS "isLive"
    FROM account WHERE account.id = ${accountId}::uuid`;
  return row ? { ...row, roles: Role.array().parse(row.roles) } : null;
}
