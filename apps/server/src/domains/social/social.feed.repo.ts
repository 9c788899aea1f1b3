import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

export type FeedRow = Subject & { chapterId: string; publishedAt: Date };
export type FeedQuery = {
  profileId: string;
  columns: SubjectColumns;
  where: Prisma.Sql;
  after: Position | null;
  take: number;
};

/**
 * Newest first, each chapter once, whether its story is followed, its author or both. Of each story no more is looked
 * at than a page holds, hence the cost does not grow with the length of stories.
 */
export async function listFeed(db: Db, { profileId, columns, where, after, take }: FeedQuery): Promise<FeedRow[]> {
  const beyond = after ? Prisma.sql`AND (published_at, id) < (${new Date(after.at)}, ${after.id}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<(Omit<FeedRow, "state"> & { state: string })[]>`
    SELECT chapter.id AS "chapterId", chapter.published_at AS "publishedAt", ${decisive(columns)}
    FROM (
      SELECT story_id AS id FROM story_follow WHERE follower_id = ${profileId}::uuid
      UNION
      SELECT story.id FROM profile_follow JOIN story ON lead_id = followee_id WHERE follower_id = ${profileId}::uuid
    ) AS followed
    JOIN story ON story.id = followed.id
    JOIN profile AS lead ON lead.id = lead_id
    CROSS JOIN LATERAL (
      SELECT id, published_at, state FROM chapter WHERE story_id = story.id AND state = 'published' ${beyond}
      ORDER BY published_at DESC, id DESC LIMIT ${take}
    ) AS chapter
    WHERE ${where}
    ORDER BY chapter.published_at DESC, chapter.id DESC LIMIT ${take}`;
  return rows.map(({ state, ...row }) => ({ ...row, state: ProfileState.parse(state) }));
}
