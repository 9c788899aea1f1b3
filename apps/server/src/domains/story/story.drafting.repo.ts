import { ChapterState, type OwnChapter } from "@muejam/contracts/story";
import { type Db, Prisma } from "@muejam/db";

/** A chapter with its draft, as its team sees it. */
export type DraftedChapter = OwnChapter & { position: string };

type Row = Omit<DraftedChapter, "state" | "savedAt" | "publishedAt"> & {
  state: string;
  savedAt: Date;
  publishedAt: Date | null;
};

// What stands in a draft belongs to the draft's domain; a page of chapters is read with theirs in one statement.
const drafted = Prisma.sql`
  SELECT chapter.id, chapter.position, chapter.state, chapter.number, draft.title, draft.words,
    draft.updated_at AS "savedAt", chapter.published_at AS "publishedAt",
    draft.published_version IS DISTINCT FROM draft.version AS "hasUnpublishedChanges"
  FROM chapter JOIN draft ON draft.chapter_id = chapter.id`;

const toDrafted = ({ state, savedAt, publishedAt, ...row }: Row): DraftedChapter => ({
  ...row,
  state: ChapterState.parse(state),
  savedAt: savedAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
});

/** Null when it stands in another story, or nowhere. */
export async function findDrafted(
  db: Db,
  { id, storyId }: { id: string; storyId: string },
): Promise<DraftedChapter | null> {
  const [row] = await db.$queryRaw<Row[]>`
    ${drafted} WHERE chapter.id = ${id}::uuid AND chapter.story_id = ${storyId}::uuid`;
  return row ? toDrafted(row) : null;
}

/** In the author's order, behind `after`. */
export async function listDrafted(
  db: Db,
  storyId: string,
  { after, take }: { after: string | null; take: number },
): Promise<DraftedChapter[]> {
  const rows = await db.$queryRaw<Row[]>`
    ${drafted} WHERE chapter.story_id = ${storyId}::uuid AND chapter.position > ${after ?? ""} AND chapter.binned_at IS NULL
    ORDER BY chapter.position LIMIT ${take}`;
  return rows.map(toDrafted);
}

/** Where the last chapter stands; null in a story without any. */
export async function findLastPosition(db: Db, storyId: string): Promise<string | null> {
  const row = await db.chapter.findFirst({
    where: { storyId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return row?.position ?? null;
}

/** False when the id is taken. */
export async function insertChapter(
  db: Db,
  chapter: { id: string; storyId: string; position: string; createdAt: Date },
): Promise<boolean> {
  const { count } = await db.chapter.createMany({ data: [{ ...chapter, state: "draft" }], skipDuplicates: true });
  return count === 1;
}
