import { Role } from "@muejam/contracts/account";
import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import { z } from "zod";

/** A viewer as data. How far they have read joins here. */
export type ViewerScope = {
  readonly accountId: string | null;
  readonly profileIds: readonly string[];
  readonly roles: readonly Role[];
  /** Of age, and wants to see it. */
  readonly showsMature: boolean;
  /** Of the faces that show their work to followers alone, those that the face which looks follows. */
  readonly followed: readonly string[];
  /** The faces that this person blocked, as whichever face. */
  readonly blocked: readonly string[];
  /** The faces that blocked the face which looks. */
  readonly blocking: readonly string[];
  readonly muted: readonly string[];
};
/** What decides about a subject, whatever else it is. `state` is that of `face`, under which it appears. */
export type Subject = {
  readonly face: string;
  readonly state: ProfileState;
  /** The accounts that work on it; they never leave the server. */
  readonly team: readonly string[];
  readonly isPublished: boolean;
  readonly isForFollowers: boolean;
  readonly isMature: boolean;
};
/** Where a query has them. */
export type SubjectColumns = { readonly [Name in keyof Subject]: Prisma.Sql };

/** The same for a query's answer, and for what is kept of one. */
export const decisive = ({ face, state, team, isPublished, isForFollowers, isMature }: SubjectColumns) => Prisma.sql`
  ${face} AS face, ${state} AS state, ${team} AS team, ${isPublished} AS "isPublished",
  ${isForFollowers} AS "isForFollowers", ${isMature} AS "isMature"`;
export const subjectShape = {
  face: z.uuid(),
  state: ProfileState,
  team: z.array(z.uuid()),
  isPublished: z.boolean(),
  isForFollowers: z.boolean(),
  isMature: z.boolean(),
};

type Hidden = "closed" | "held" | "unpublished" | "forFollowers" | "blocked" | "blocking" | "mature";
export type Fact = Hidden | "own" | "staff" | "follower" | "adult";
export type Rule = { readonly hides: Fact; readonly unless: readonly Fact[] };

/** The rules as a condition on rows. */
export function whereVisible(rules: readonly Rule[], viewer: ViewerScope, columns: SubjectColumns): Prisma.Sql {
  const parts = rules.map(({ hides, unless }) => {
    const excuses = unless.map((fact) => sqlOf[fact](viewer, columns));
    return Prisma.sql`(${Prisma.join([Prisma.sql`NOT ${sqlOf[hides](viewer, columns)}`, ...excuses], " OR ")})`;
  });
  return Prisma.join(parts, " AND ");
}

/** Whoever holds a key is told nothing that other faces of its owner have brought about. */
export type Viewer = { accountId: string; profileId: string; isKey: boolean };
export type ScopeRow = Omit<ViewerScope, "accountId" | "showsMature"> & {
  accountId: string;
  /** The face that looks. */
  profileId: string;
  birthSealed: string | null;
  wantsMature: boolean;
};

/** Everything about some viewers, in one statement, which is why it reads what other domains own. */
export async function findScopes(db: Db, viewers: readonly Viewer[]): Promise<ScopeRow[]> {
  const rows = await db.$queryRaw<(Omit<ScopeRow, "roles"> & { roles: string[] })[]>`
    SELECT account.id AS "accountId", viewer.profile_id AS "profileId", birth_sealed AS "birthSealed", shows_mature AS "wantsMature",
      ARRAY(SELECT role FROM role_grant WHERE account_id = account.id AND ended_at IS NULL) AS roles,
      ARRAY(SELECT id::text FROM profile WHERE account_id = account.id) AS "profileIds",
      ARRAY(SELECT followee_id::text FROM profile_follow JOIN profile ON profile.id = followee_id AND is_followers_only
        WHERE follower_id = viewer.profile_id) AS followed,
      ARRAY(SELECT blocked_id::text FROM profile_block
        WHERE account_id = account.id AND (NOT is_key OR blocker_id = viewer.profile_id)) AS blocked,
      ARRAY(SELECT blocker_id::text FROM profile_block WHERE blocked_id = viewer.profile_id) AS blocking,
      ARRAY(SELECT muted_id::text FROM profile_mute WHERE account_id = account.id AND NOT is_key) AS muted
    FROM unnest(${viewers.map(({ accountId }) => accountId)}::uuid[], ${viewers.map(({ profileId }) => profileId)}::uuid[],
      ${viewers.map(({ isKey }) => isKey)}::boolean[]) AS viewer (account_id, profile_id, is_key)
    JOIN account ON account.id = viewer.account_id`;
  return rows.map((row) => ({ ...row, roles: Role.array().parse(row.roles) }));
}

const no = Prisma.sql`false`;
const yes = Prisma.sql`true`;
const among = (face: Prisma.Sql, ids: readonly string[]) =>
  ids.length === 0 ? no : Prisma.sql`${face} = ANY (${ids}::uuid[])`;

const sqlOf: Record<Fact, (viewer: ViewerScope, columns: SubjectColumns) => Prisma.Sql> = {
  closed: (_viewer, { state }) => Prisma.sql`${state} = 'closed'`,
  held: (_viewer, { state }) => Prisma.sql`${state} = 'held'`,
  unpublished: (_viewer, { isPublished }) => Prisma.sql`NOT ${isPublished}`,
  forFollowers: (_viewer, { isForFollowers }) => isForFollowers,
  blocked: ({ blocked }, { face }) => among(face, blocked),
  blocking: ({ blocking }, { face }) => among(face, blocking),
  mature: (_viewer, { isMature }) => isMature,
  own: (viewer, { team }) => (viewer.accountId === null ? no : Prisma.sql`${viewer.accountId}::uuid = ANY (${team})`),
  staff: ({ roles }) => (roles.length > 0 ? yes : no),
  follower: ({ profileIds, followed }, { face }) => among(face, [...profileIds, ...followed]),
  adult: ({ showsMature }) => (showsMature ? yes : no),
};
