import type { BinnedChapter } from "@muejam/contracts/story";
import { type Db, Prisma } from "@muejam/db";

type Row = Omit<BinnedChapter, "binnedAt" | "goesAt"> & { binnedAt: Date; goesAt: Date | null };

const keptDays = Prisma.sql`interval '30 days'`;

/** False when it is there already. */
export async function bin(db: Db, chapterId: string, at: Date): Promise<boolean> {
  const { count } = await db.chapter.updateMany({ where: { id: chapterId, binnedAt: null }, data: { binnedAt: at } });
  return count === 1;
}

/** False when it is not there any more. */
export async function restore(db: Db, chapterId: string): Promise<boolean> {
  const { count } = await db.chapter.updateMany({
    where: { id: chapterId, binnedAt: { not: null } },
    data: { binnedAt: null },
  });
  return count === 1;
}

/** How many words readers lose with it. */
export async function findShownWords(db: Db, editionId: string): Promise<number> {
  const { words } = await db.edition.findUniqueOrThrow({ where: { id: editionId }, select: { words: true } });
  return words;
}

/** What was thrown away last comes first. What readers have seen is sealed in editions, and goes by no clock. */
export async function listBinned(
  db: Db,
  storyId: string,
  { after, take }: { after: { at: string; id: string } | null; take: number },
): Promise<BinnedChapter[]> {
  const behind = after
    ? Prisma.sql`AND (binned_at, chapter.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT chapter.id, chapter.number, draft.title, draft.words, binned_at AS "binnedAt",
      CASE WHEN number IS NULL THEN binned_at + ${keptDays} END AS "goesAt"
    FROM chapter JOIN draft ON draft.chapter_id = chapter.id
    WHERE chapter.story_id = ${storyId}::uuid AND binned_at IS NOT NULL ${behind}
    ORDER BY binned_at DESC, chapter.id DESC LIMIT ${take}`;
  return rows.map(({ binnedAt, goesAt, ...row }) => ({
    ...row,
    binnedAt: binnedAt.toISOString(),
    goesAt: goesAt?.toISOString() ?? null,
  }));
}

/** With all that was written in them. How many they were. */
export const removeOld = (db: Db, now: Date, take: number): Promise<number> =>
  db.$executeRaw`
    DELETE FROM chapter WHERE id IN (
      SELECT id FROM chapter WHERE binned_at < ${now}::timestamptz - ${keptDays} AND number IS NULL
      ORDER BY id LIMIT ${take} FOR UPDATE SKIP LOCKED)`;
