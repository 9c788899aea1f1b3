import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";

/** `accountId` stays in the server. */
export type Follower = { profileId: string; accountId: string; state: ProfileState };
export type FollowerQuery = { storyId: string; leadId: string; after: string | null; take: number };

type Pair = { followerId: string; followeeId: string };
/** `isOpen`: the followed face let everybody in. */
export type Heard = Pair & { isOpen: boolean };

/** Whoever is cut from somebody is not heard by them, from whichever of their faces. */
export async function isHeard(db: Db, { followerId, followeeId, isOpen }: Heard): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM profile_follow JOIN profile ON profile.id = followee_id
    WHERE follower_id = ${followerId}::uuid AND followee_id = ${followeeId}::uuid AND is_followers_only = ${!isOpen}
      AND NOT is_silent AND NOT is_cut(follower_id, followee_id)`;
  return rows.length === 1;
}

export async function isWaiting(db: Db, { followerId, followeeId }: Pair): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM follow_request WHERE follower_id = ${followerId}::uuid AND followee_id = ${followeeId}::uuid
      AND NOT is_silent AND NOT is_cut(follower_id, followee_id)`;
  return rows.length === 1;
}

/** Of the story or of its author, each once, by the follower's id. */
export async function listFollowers(db: Db, { storyId, leadId, after, take }: FollowerQuery): Promise<Follower[]> {
  const page = Prisma.sql`${after ? Prisma.sql`AND follower_id > ${after}::uuid` : Prisma.empty}
    ORDER BY follower_id LIMIT ${take}`;
  const rows = await db.$queryRaw<(Omit<Follower, "state"> & { state: string })[]>`
    SELECT profile.id AS "profileId", account_id AS "accountId", state
    FROM (
      (SELECT follower_id FROM story_follow WHERE story_id = ${storyId}::uuid ${page})
      UNION
      (SELECT follower_id FROM profile_follow WHERE followee_id = ${leadId}::uuid ${page})
    ) AS following JOIN profile ON profile.id = follower_id
    ORDER BY follower_id LIMIT ${take}`;
  return rows.map(({ state, ...row }) => ({ ...row, state: ProfileState.parse(state) }));
}
