import type { Db } from "@muejam/db";

/**
 * How many were looked for. What an edition shows, or a draft, a save point or a sent change names, is looked for again
 * later; the rest goes. In one statement, which is why it reads what other domains own: whoever puts a picture into a
 * draft meanwhile has either made it young, or finds it gone.
 */
export async function removeUnnamed(
  db: Db,
  { now, keptUntil, take }: { now: Date; keptUntil: Date; take: number },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    WITH due AS MATERIALIZED (
      SELECT id, id::text AS name FROM media WHERE kept_until < ${now} ORDER BY kept_until LIMIT ${take}
      FOR UPDATE SKIP LOCKED
    ), named AS MATERIALIZED (
      SELECT id FROM due WHERE EXISTS (SELECT 1 FROM media_edition WHERE media_id = due.id) OR EXISTS (
        SELECT 1 FROM media_placement AS placement JOIN chapter ON chapter.story_id = placement.story_id
        WHERE placement.media_id = due.id AND (
          EXISTS (SELECT 1 FROM draft WHERE chapter_id = chapter.id AND strpos(document::text, name) > 0)
          OR EXISTS (SELECT 1 FROM block WHERE chapter_id = chapter.id AND strpos(content::text, name) > 0)
          OR EXISTS (SELECT 1 FROM draft_change WHERE chapter_id = chapter.id AND strpos(change::text, name) > 0)))
    ), kept AS (
      UPDATE media SET kept_until = ${keptUntil} WHERE id IN (SELECT id FROM named)
    ), gone AS (
      DELETE FROM media WHERE id IN (SELECT id FROM due EXCEPT SELECT id FROM named)
    )
    SELECT count(*)::int AS count FROM due`;
  return row?.count ?? 0;
}
