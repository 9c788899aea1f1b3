import type { Db } from "@muejam/db";

/** How many stories this face has a part in, published or not. */
export const countParts = (db: Db, profileId: string): Promise<number> =>
  db.collaborator.count({ where: { profileId } });

/** Another face may do all that this one may with the stories that it leads; its own name stays on them. */
export function shareAll(
  db: Db,
  { from, to, rights, at }: { from: string; to: string; rights: readonly string[]; at: Date },
): Promise<{ id: string; ref: string }[]> {
  return db.$queryRaw`
    WITH shared AS (
      INSERT INTO collaborator (story_id, profile_id, rights, joined_at)
      SELECT id, ${to}::uuid, ${rights}::text[], ${at} FROM story WHERE lead_id = ${from}::uuid
      ON CONFLICT (story_id, profile_id) DO UPDATE SET rights = excluded.rights
      RETURNING story_id
    )
    SELECT id, ref FROM story JOIN shared ON shared.story_id = id`;
}
