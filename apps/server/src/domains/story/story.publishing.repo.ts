import { type Db, Prisma } from "@muejam/db";
import type { StoryChapter } from "./story.rights.repo.ts";

export type Shown = { number: number; publishedAt: Date };

/** Gives the chapter its number when it has none. Null when it is not as it was read. Needs the story's lock. */
export async function show(
  db: Db,
  { chapterId, storyId, currentEditionId }: StoryChapter,
  { editionId, publishedAt }: { editionId: string; publishedAt: Date },
): Promise<Shown | null> {
  const [row] = await db.$queryRaw<Shown[]>`
    UPDATE chapter SET state = 'published', current_edition_id = ${editionId}::uuid,
      published_at = coalesce(published_at, ${publishedAt}),
      number = coalesce(number, (SELECT coalesce(max(number), 0) + 1 FROM chapter WHERE story_id = ${storyId}::uuid))
    WHERE id = ${chapterId}::uuid AND current_edition_id IS NOT DISTINCT FROM ${currentEditionId}::uuid
      AND binned_at IS NULL
    RETURNING number, published_at AS "publishedAt"`;
  return row ?? null;
}

/** False when it is not as it was read. */
export async function hide(db: Db, { chapterId, currentEditionId }: StoryChapter): Promise<boolean> {
  const { count } = await db.chapter.updateMany({
    where: { id: chapterId, state: "published", currentEditionId },
    data: { state: "unpublished", currentEditionId: null },
  });
  return count === 1;
}

export type StoryCounted = { leadId: string; chapterCount: number; slugs: string[] };

/** `shownAt` is when a chapter that now stands there first appeared; a story that is seen again is not new again. */
export async function countIn(
  db: Db,
  storyId: string,
  { chapters, words, shownAt }: { chapters: number; words: number; shownAt: Date },
): Promise<StoryCounted> {
  return one(
    await db.$queryRaw<StoryCounted[]>`
      UPDATE story SET chapter_count = chapter_count + ${chapters}::int, word_count = word_count + ${words}::int,
        first_published_at = least(first_published_at, ${shownAt}),
        last_published_at = CASE WHEN chapter_count > 0 THEN greatest(last_published_at, ${shownAt}) ELSE ${shownAt} END
      WHERE id = ${storyId}::uuid
      RETURNING lead_id AS "leadId", chapter_count AS "chapterCount", ${slugs}`,
  );
}

export async function countOut(db: Db, storyId: string, words: number): Promise<StoryCounted> {
  return one(
    await db.$queryRaw<StoryCounted[]>`
      UPDATE story SET chapter_count = chapter_count - 1, word_count = word_count - ${words}::int,
        last_published_at = coalesce(
          (SELECT max(published_at) FROM chapter WHERE story_id = story.id AND state = 'published'), last_published_at)
      WHERE id = ${storyId}::uuid
      RETURNING lead_id AS "leadId", chapter_count AS "chapterCount", ${slugs}`,
  );
}

const slugs = Prisma.sql`ARRAY(SELECT slug FROM tag JOIN story_tag ON tag_id = tag.id WHERE story_id = story.id) AS slugs`;

function one(rows: StoryCounted[]): StoryCounted {
  const [row] = rows;
  if (!row) throw new Error("The story that was locked is gone.");
  return row;
}
