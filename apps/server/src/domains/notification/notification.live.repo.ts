import { LiveHint } from "@muejam/contracts/notification";
import { ProfileState } from "@muejam/contracts/profile";
import type { Db } from "@muejam/db";
import type { Subject } from "../visibility/visibility.service.ts";

/** What a profile was told, with what decides whether its reader may still hear of it. */
export type ToldRow = Subject & { seq: number; kind: LiveHint["kind"] };

/** The number of the last thing a profile was told. */
export async function readCounter(db: Db, profileId: string): Promise<number> {
  const row = await db.liveCounter.findUnique({ where: { profileId }, select: { seq: true } });
  return Number(row?.seq ?? 0);
}

/**
 * What came behind a number, in its order. One statement, since each stream sends it at each hint; hence it reads what
 * other domains own.
 */
export async function listTold(
  db: Db,
  { profileId, after, limit }: { profileId: string; after: number; limit: number },
): Promise<ToldRow[]> {
  const rows = await db.$queryRaw<
    (Omit<ToldRow, "seq" | "kind" | "state"> & Record<"seq" | "kind" | "state", unknown>)[]
  >`
    SELECT notification.seq, notification.kind, face.state,
      story.id IS NULL OR chapter.state = 'published' AS "isPublished",
      coalesce(story.rating = 'mature', false) AS "isMature",
      CASE WHEN story.id IS NULL THEN ARRAY[face.account_id::text]
        ELSE ARRAY(SELECT profile.account_id::text FROM collaborator JOIN profile ON profile.id = profile_id
          WHERE story_id = story.id) END AS team
    FROM notification
      LEFT JOIN story ON story.id = notification.story_id
      LEFT JOIN chapter ON chapter.id = notification.chapter_id
      JOIN profile AS face ON face.id = coalesce(story.lead_id, notification.actor_id)
    WHERE notification.profile_id = ${profileId}::uuid AND notification.seq > ${after}
    ORDER BY notification.seq LIMIT ${limit}`;
  return rows.map(({ seq, kind, state, ...rest }) => ({
    ...rest,
    seq: Number(seq),
    kind: LiveHint.shape.kind.parse(kind),
    state: ProfileState.parse(state),
  }));
}
