import type { Db } from "@muejam/db";

/** `key` is the same for the same fact, so that nobody is told of it twice. */
export type Fact = { key: string } & (
  | { kind: "chapter-published"; storyId: string; chapterId: string }
  | { kind: "badge-awarded"; actorId: string; badge: string }
  | { kind: "new-follower" | "follow-requested" | "follow-approved" | "team-invited" | "team-joined"; actorId: string }
);
export type Telling = { fact: Fact; told: readonly { id: string; profileId: string }[]; at: Date };

/**
 * The profiles that had not been told this before. Each number is raised in the transaction that tells, so that they
 * become visible in their order; profiles are gone through by id, so that no two that tell wait for each other.
 */
export async function tell(db: Db, { fact, told, at }: Telling): Promise<string[]> {
  const { key, kind, storyId, chapterId, actorId, badge } = { ...nothing, ...fact };
  const rows = await db.$queryRaw<{ profileId: string }[]>`
    WITH wanted AS (
      SELECT id, profile_id
      FROM unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ profileId }) => profileId)}::uuid[]) AS told (id, profile_id)
      WHERE NOT EXISTS (SELECT FROM notification WHERE profile_id = told.profile_id AND key = ${key})
    ), raised AS (
      INSERT INTO live_counter (profile_id, seq) SELECT profile_id, 1 FROM wanted ORDER BY profile_id
      ON CONFLICT (profile_id) DO UPDATE SET seq = live_counter.seq + 1
      RETURNING profile_id, seq
    )
    INSERT INTO notification (id, profile_id, seq, key, kind, story_id, chapter_id, actor_id, badge, at)
    SELECT id, profile_id, seq, ${key}, ${kind}, ${storyId}::uuid, ${chapterId}::uuid, ${actorId}::uuid, ${badge}, ${at}
    FROM wanted JOIN raised USING (profile_id)
    ON CONFLICT (profile_id, key) DO NOTHING
    RETURNING profile_id AS "profileId"`;
  return rows.map(({ profileId }) => profileId);
}

const nothing = { storyId: null, chapterId: null, actorId: null, badge: null };
