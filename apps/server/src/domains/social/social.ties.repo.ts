import type { Db } from "@muejam/db";

/** What two faces follow of each other, and whom each counted there. */
export async function deleteBetween(
  db: Db,
  one: string,
  other: string,
): Promise<{ profileIds: string[]; storyIds: string[] }> {
  const stories = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM story_follow USING story
    WHERE story.id = story_id AND (follower_id, lead_id) IN ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))
    RETURNING story_id AS id`;
  const profiles = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM profile_follow
    WHERE (follower_id, followee_id) IN ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))
    RETURNING followee_id AS id`;
  await db.followRequest.deleteMany({
    where: {
      OR: [
        { followerId: one, followeeId: other },
        { followerId: other, followeeId: one },
      ],
    },
  });
  return { profileIds: profiles.map(({ id }) => id), storyIds: stories.map(({ id }) => id) };
}
