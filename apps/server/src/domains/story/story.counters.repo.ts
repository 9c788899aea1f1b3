import type { Db } from "@muejam/db";

/** The number of followers after it. */
export async function addFollowers(db: Db, storyId: string, by: number): Promise<number> {
  const { followerCount } = await db.story.update({
    where: { id: storyId },
    data: { followerCount: { increment: by } },
    select: { followerCount: true },
  });
  return followerCount;
}

/** One of each, in the order of their ids, so that no two that count wait for each other. */
export async function takeFollower(db: Db, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE story SET follower_count = follower_count - 1
    WHERE id IN (SELECT id FROM story WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE)`;
}

/**
 * The chapter and its story in one statement, so that a story's applause is always that of its chapters. The story is
 * locked first, as by whoever publishes.
 */
export async function addApplause(db: Db, chapterId: string, by: number): Promise<void> {
  await db.$executeRaw`
    WITH locked AS MATERIALIZED (
      SELECT id FROM story WHERE id = (SELECT story_id FROM chapter WHERE id = ${chapterId}::uuid) FOR NO KEY UPDATE
    ), counted AS (
      UPDATE chapter SET applause_count = applause_count + ${by}::int FROM locked
      WHERE chapter.id = ${chapterId}::uuid RETURNING story_id
    )
    UPDATE story SET applause_count = applause_count + ${by}::int FROM counted WHERE id = counted.story_id`;
}
