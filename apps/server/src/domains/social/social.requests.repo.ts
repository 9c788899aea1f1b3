import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

type Pair = { followerId: string; followeeId: string };

/** False when it was asked before. */
export async function insertRequest(db: Db, request: Pair, at: Date): Promise<boolean> {
  const { count } = await db.followRequest.createMany({ data: [{ ...request, at }], skipDuplicates: true });
  return count === 1;
}

export async function findTie(
  db: Db,
  { followerId, followeeId }: Pair,
): Promise<{ isFollowing: boolean; hasAsked: boolean }> {
  const pair = Prisma.sql`WHERE follower_id = ${followerId}::uuid AND followee_id = ${followeeId}::uuid`;
  const [row] = await db.$queryRaw<{ isFollowing: boolean; hasAsked: boolean }[]>`
    SELECT EXISTS (SELECT FROM profile_follow ${pair}) AS "isFollowing",
      EXISTS (SELECT FROM follow_request ${pair}) AS "hasAsked"`;
  return row ?? { isFollowing: false, hasAsked: false };
}

/** False when nobody asked. What was asked in silence is its asker's alone. */
export async function deleteRequest(db: Db, request: Pair & { isSilent?: false }): Promise<boolean> {
  const { count } = await db.followRequest.deleteMany({ where: request });
  return count === 1;
}

/** How many of those who waited follow from now on. */
export async function letAllIn(db: Db, followeeId: string, at: Date): Promise<number> {
  return db.$executeRaw`
    WITH waiting AS (
      DELETE FROM follow_request WHERE followee_id = ${followeeId}::uuid RETURNING follower_id, followee_id, is_silent
    )
    INSERT INTO profile_follow (follower_id, followee_id, at, is_silent)
    SELECT follower_id, followee_id, ${at}, is_silent FROM waiting ORDER BY follower_id ON CONFLICT DO NOTHING`;
}

/** Whom the followed face was never told of cannot be let in by it, and goes when it begins to let in. */
export async function deleteSilent(db: Db, followeeId: string): Promise<number> {
  const { count } = await db.profileFollow.deleteMany({ where: { followeeId, isSilent: true } });
  return count;
}

type Shown = { id: string; handle: string; displayName: string };
export type FollowerRow = Subject & { id: string; shown: Shown; at: string };
type Query = { followeeId: string; columns: SubjectColumns; where: Prisma.Sql; after: Position | null; take: number };

/** Newest first; never of what was begun in silence. */
export const listRequests = (db: Db, query: Query): Promise<FollowerRow[]> =>
  list(db, Prisma.sql`follow_request`, query);
export const listFollowers = (db: Db, query: Query): Promise<FollowerRow[]> =>
  list(db, Prisma.sql`profile_follow`, query);

async function list(
  db: Db,
  ties: Prisma.Sql,
  { followeeId, columns, where, after, take }: Query,
): Promise<FollowerRow[]> {
  const rows = await db.$queryRaw<(Omit<FollowerRow, "state" | "at"> & { state: string; at: Date })[]>`
    SELECT profile.id, tie.at, ${decisive(columns)},
      jsonb_build_object('id', profile.id, 'handle', handle, 'displayName', display_name) AS shown
    FROM ${ties} AS tie JOIN profile ON profile.id = follower_id
    WHERE followee_id = ${followeeId}::uuid AND NOT is_silent AND ${where}
      ${after ? Prisma.sql`AND (tie.at, follower_id) < (${new Date(after.at)}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY tie.at DESC, follower_id DESC LIMIT ${take}`;
  return rows.map((row) => ({ ...row, state: ProfileState.parse(row.state), at: row.at.toISOString() }));
}
