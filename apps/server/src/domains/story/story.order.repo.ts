import type { Db } from "@muejam/db";

export type Gap = { before: string | null; after: string | null };

/**
 * Where a chapter goes that shall stand behind another, or first. Chapters in the bin keep their places too. Null when
 * there is no such other. Needs the story's lock.
 */
export async function findGap(
  db: Db,
  { storyId, chapterId, afterId }: { storyId: string; chapterId: string; afterId: string | null },
): Promise<Gap | null> {
  const [gap] = await db.$queryRaw<Gap[]>`
    SELECT other.position AS before, (
      SELECT min(position) FROM chapter
      WHERE story_id = ${storyId}::uuid AND id <> ${chapterId}::uuid AND position > coalesce(other.position, '')
    ) AS after
    FROM (VALUES (${afterId}::uuid)) AS wanted (id)
    LEFT JOIN chapter AS other
      ON other.id = wanted.id AND other.story_id = ${storyId}::uuid AND other.id <> ${chapterId}::uuid
    WHERE wanted.id IS NULL OR other.id IS NOT NULL`;
  return gap ?? null;
}

export async function place(db: Db, chapterId: string, position: string): Promise<void> {
  await db.chapter.update({ where: { id: chapterId }, data: { position }, select: { id: true } });
}
