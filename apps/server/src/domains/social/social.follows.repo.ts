import type { Db } from "@muejam/db";

type ProfileFollow = { followerId: string; followeeId: string; isSilent?: boolean };
type StoryFollow = { followerId: string; storyId: string };

/** False when it is followed already. */
export async function insertProfileFollow(db: Db, follow: ProfileFollow, at: Date): Promise<boolean> {
  const { count } = await db.profileFollow.createMany({ data: [{ ...follow, at }], skipDuplicates: true });
  return count === 1;
}

/** False when it was not followed. */
export async function deleteProfileFollow(db: Db, follow: ProfileFollow): Promise<boolean> {
  const { count } = await db.profileFollow.deleteMany({ where: follow });
  return count === 1;
}

export async function hasProfileFollow(db: Db, follow: ProfileFollow): Promise<boolean> {
  return (await db.profileFollow.count({ where: follow })) === 1;
}

/** What this face followed until now; what it waited for, and who waited for it, goes as well. */
export async function deleteFollowsOf(
  db: Db,
  followerId: string,
): Promise<{ profileIds: string[]; storyIds: string[] }> {
  const profiles = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM profile_follow WHERE follower_id = ${followerId}::uuid RETURNING followee_id AS id`;
  await db.followRequest.deleteMany({ where: { OR: [{ followerId }, { followeeId: followerId }] } });
  const stories = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM story_follow WHERE follower_id = ${followerId}::uuid RETURNING story_id AS id`;
  return { profileIds: profiles.map(({ id }) => id), storyIds: stories.map(({ id }) => id) };
}

export async function insertStoryFollow(db: Db, follow: StoryFollow, at: Date): Promise<boolean> {
  const { count } = await db.storyFollow.createMany({ data: [{ ...follow, at }], skipDuplicates: true });
  return count === 1;
}

export async function deleteStoryFollow(db: Db, follow: StoryFollow): Promise<boolean> {
  const { count } = await db.storyFollow.deleteMany({ where: follow });
  return count === 1;
}
