import { Role } from "@muejam/contracts/account";
import type { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";

/** A viewer as data. Age, blocks, mutes and how far they have read join here. */
export type ViewerScope = {
  readonly accountId: string | null;
  readonly profileIds: readonly string[];
  readonly roles: readonly Role[];
};
/** What decides about a subject, whatever else it is. */
export type Subject = { readonly state: ProfileState; readonly accountId: string };
/** Where a query has them. */
export type SubjectColumns = { readonly state: Prisma.Sql; readonly accountId: Prisma.Sql };

export type Fact = "closed" | "held" | "own" | "staff";
export type Rule = { readonly hides: Fact; readonly unless: readonly Fact[] };

/** The rules as a condition on rows. */
export function whereVisible(rules: readonly Rule[], viewer: ViewerScope, columns: SubjectColumns): Prisma.Sql {
  const parts = rules.map(({ hides, unless }) => {
    const excuses = unless.map((fact) => sqlOf[fact](viewer, columns));
    return Prisma.sql`(${Prisma.join([Prisma.sql`NOT ${sqlOf[hides](viewer, columns)}`, ...excuses], " OR ")})`;
  });
  return Prisma.join(parts, " AND ");
}

/** Everything about a viewer, in one statement, which is why it reads what other domains own. */
export async function findScope(db: Db, accountId: string): Promise<ViewerScope> {
  const [row] = await db.$queryRaw<{ roles: string[]; profileIds: string[] }[]>`
    SELECT
      ARRAY(SELECT role FROM role_grant WHERE account_id = ${accountId}::uuid AND ended_at IS NULL) AS roles,
      ARRAY(SELECT id::text FROM profile WHERE account_id = ${accountId}::uuid) AS "profileIds"`;
  return { accountId, profileIds: row?.profileIds ?? [], roles: Role.array().parse(row?.roles ?? []) };
}

const no = Prisma.sql`false`;
const yes = Prisma.sql`true`;

const sqlOf: Record<Fact, (viewer: ViewerScope, columns: SubjectColumns) => Prisma.Sql> = {
  closed: (_viewer, { state }) => Prisma.sql`${state} = 'closed'`,
  held: (_viewer, { state }) => Prisma.sql`${state} = 'held'`,
  own: (viewer, { accountId }) =>
    viewer.accountId === null ? no : Prisma.sql`${accountId} = ${viewer.accountId}::uuid`,
  staff: ({ roles }) => (roles.length > 0 ? yes : no),
};
