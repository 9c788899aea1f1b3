import { Role } from "@muejam/contracts/account";
import type { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";

/** A viewer as data. Blocks, mutes and how far they have read join here. */
export type ViewerScope = {
  readonly accountId: string | null;
  readonly profileIds: readonly string[];
  readonly roles: readonly Role[];
  /** Of age, and wants to see it. */
  readonly showsMature: boolean;
};
/** What decides about a subject, whatever else it is. `state` is that of the face it appears under. */
export type Subject = {
  readonly state: ProfileState;
  /** The accounts that work on it; they never leave the server. */
  readonly team: readonly string[];
  readonly isPublished: boolean;
  readonly isMature: boolean;
};
/** Where a query has them. */
export type SubjectColumns = { readonly [Name in keyof Subject]: Prisma.Sql };

export type Fact = "closed" | "held" | "unpublished" | "mature" | "own" | "staff" | "adult";
export type Rule = { readonly hides: Fact; readonly unless: readonly Fact[] };

/** The rules as a condition on rows. */
export function whereVisible(rules: readonly Rule[], viewer: ViewerScope, columns: SubjectColumns): Prisma.Sql {
  const parts = rules.map(({ hides, unless }) => {
    const excuses = unless.map((fact) => sqlOf[fact](viewer, columns));
    return Prisma.sql`(${Prisma.join([Prisma.sql`NOT ${sqlOf[hides](viewer, columns)}`, ...excuses], " OR ")})`;
  });
  return Prisma.join(parts, " AND ");
}

export type ScopeRow = Omit<ViewerScope, "accountId" | "showsMature"> & {
  accountId: string;
  birthSealed: string | null;
  wantsMature: boolean;
};

/** Everything about some viewers, in one statement, which is why it reads what other domains own. */
export async function findScopes(db: Db, accountIds: readonly string[]): Promise<ScopeRow[]> {
  const rows = await db.$queryRaw<(Omit<ScopeRow, "roles"> & { roles: string[] })[]>`
    SELECT account.id AS "accountId", birth_sealed AS "birthSealed", shows_mature AS "wantsMature",
      ARRAY(SELECT role FROM role_grant WHERE account_id = account.id AND ended_at IS NULL) AS roles,
      ARRAY(SELECT id::text FROM profile WHERE account_id = account.id) AS "profileIds"
    FROM account WHERE id = ANY (${accountIds}::uuid[])`;
  return rows.map((row) => ({ ...row, roles: Role.array().parse(row.roles) }));
}

const no = Prisma.sql`false`;
const yes = Prisma.sql`true`;

const sqlOf: Record<Fact, (viewer: ViewerScope, columns: SubjectColumns) => Prisma.Sql> = {
  closed: (_viewer, { state }) => Prisma.sql`${state} = 'closed'`,
  held: (_viewer, { state }) => Prisma.sql`${state} = 'held'`,
  unpublished: (_viewer, { isPublished }) => Prisma.sql`NOT ${isPublished}`,
  mature: (_viewer, { isMature }) => isMature,
  own: (viewer, { team }) => (viewer.accountId === null ? no : Prisma.sql`${viewer.accountId}::uuid = ANY (${team})`),
  staff: ({ roles }) => (roles.length > 0 ? yes : no),
  adult: ({ showsMature }) => (showsMature ? yes : no),
};
