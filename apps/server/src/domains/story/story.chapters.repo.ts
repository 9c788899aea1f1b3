import type { ChapterLine } from "@muejam/contracts/story";
import { type Db, Prisma } from "@muejam/db";

/** A published chapter, with where it stands. */
export type ChapterRow = ChapterLine & {
  storyId: string;
  position: string;
};

type Row = Omit<ChapterRow, "publishedAt"> & { publishedAt: Date };

const toChapter = ({ publishedAt, ...row }: Row): ChapterRow => ({ ...row, publishedAt: publishedAt.toISOString() });

// The words of an edition can be erased by law; its place stays.
const published = Prisma.sql`
  SELECT chapter.id, chapter.story_id AS "storyId", chapter.number, coalesce(content.title, '') AS title, edition.words,
    chapter.position, chapter.published_at AS "publishedAt"
  FROM chapter JOIN edition ON edition.id = chapter.current_edition_id
  LEFT JOIN edition_content AS content ON content.edition_id = edition.id`;

/** In the author's order, behind `after`. */
export async function listPublished(
  db: Db,
  storyId: string,
  { after, take }: { after: string | null; take: number },
): Promise<ChapterRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    ${published} WHERE chapter.story_id = ${storyId}::uuid AND chapter.state = 'published'
      AND chapter.position > ${after ?? ""}
    ORDER BY chapter.position LIMIT ${take}`;
  return rows.map(toChapter);
}

export async function findPublished(db: Db, ids: readonly string[]): Promise<ChapterRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    ${published} WHERE chapter.id = ANY (${ids}::uuid[]) AND chapter.state = 'published'`;
  return rows.map(toChapter);
}
