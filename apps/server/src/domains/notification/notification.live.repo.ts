import { LiveHint } from "@muejam/contracts/notification";
import { ProfileState } from "@muejam/contracts/profile";
import type { Db } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

/** What a profile was told, with what decides whether its reader may still hear of it. */
export type ToldRow = Subject & { seq: number; kind: LiveHint["kind"] };

/** The number of the last thing a profile was told. */
export async function readCounter(db: Db, profileId: string): Promise<number> {
  const row = await db.liveCounter.findUnique({ where: { profileId }, select: { seq: true } });
  return Number(row?.seq ?? 0);
}

/** What came behind a number, in its order. */
export async function listTold(
  db: Db,
  { profileId, after, limit, columns }: { profileId: string; after: number; limit: number; columns: SubjectColumns },
): Promise<ToldRow[]> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT notification.seq, notification.kind, ${decisive(columns)}
    FROM notification
      LEFT JOIN story ON story.id = notification.story_id
      LEFT JOIN chapter ON chapter.id = notification.chapter_id
      JOIN profile AS lead ON lead.id = coalesce(story.lead_id, notification.actor_id)
    WHERE notification.profile_id = ${profileId}::uuid AND notification.seq > ${after}
    ORDER BY notification.seq LIMIT ${limit}`;
  return rows.map(({ seq, kind, ...row }) => ({
    ...row,
    seq: Number(seq),
    kind: LiveHint.shape.kind.parse(kind),
    state: ProfileState.parse(row.state),
  }));
}

type Raw = Omit<ToldRow, "seq" | "kind" | "state"> & { seq: bigint; kind: string; state: string };
