import type { Db } from "@muejam/db";

/** The stories that show this face, and the slugs of their tags. */
export async function listLedBy(db: Db, profileId: string): Promise<{ id: string; ref: string; slugs: string[] }[]> {
  return db.$queryRaw`
    SELECT id, ref, ARRAY(SELECT slug FROM story_tag JOIN tag ON tag.id = tag_id WHERE story_id = story.id) AS slugs
    FROM story WHERE lead_id = ${profileId}::uuid AND chapter_count > 0`;
}
