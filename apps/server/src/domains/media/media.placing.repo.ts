import type { Db } from "@muejam/db";

type Placing = { storyId: string; ownerId: string; ids: readonly string[]; keptUntil: Date };

/** Those that this face sent itself, and those that are in the story already. Of others nothing is written. */
export async function place(db: Db, { storyId, ownerId, ids, keptUntil }: Placing): Promise<void> {
  await db.$executeRaw`
    WITH placed AS (
      UPDATE media SET kept_until = ${keptUntil} WHERE id = ANY (${[...ids]}::uuid[]) AND (
        owner_id = ${ownerId}::uuid
        OR EXISTS (SELECT 1 FROM media_placement WHERE story_id = ${storyId}::uuid AND media_id = media.id))
      RETURNING id)
    INSERT INTO media_placement (story_id, media_id) SELECT ${storyId}::uuid, id FROM placed ON CONFLICT DO NOTHING`;
}

export async function listPlaced(db: Db, storyId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db.mediaPlacement.findMany({ where: { storyId, mediaId: { in: [...ids] } } });
  return rows.map(({ mediaId }) => mediaId);
}

export async function insertShown(db: Db, editionId: string, ids: readonly string[]): Promise<void> {
  await db.mediaEdition.createMany({ data: ids.map((mediaId) => ({ editionId, mediaId })) });
}
