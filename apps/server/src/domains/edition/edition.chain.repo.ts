import type { Db, Prisma } from "@muejam/db";

const columns = {
  storyId: true,
  chapterId: true,
  seq: true,
  number: true,
  publishedAt: true,
  hash: true,
  prevHash: true,
  signature: true,
  content: { select: { title: true, noteBefore: true, noteAfter: true, document: true, html: true, text: true } },
  erasure: { select: { purpose: true } },
} satisfies Prisma.EditionSelect;

export type Link = Prisma.EditionGetPayload<{ select: typeof columns }>;

export const listLinks = (db: Db, storyId: string, { after, take }: { after: number; take: number }): Promise<Link[]> =>
  db.edition.findMany({
    where: { storyId, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take,
    select: columns,
  });

/** The stories that have a chain, also when its first link is gone. */
export async function listStories(db: Db, { after, take }: { after: string | null; take: number }): Promise<string[]> {
  const rows = await db.$queryRaw<{ storyId: string }[]>`
    SELECT DISTINCT story_id AS "storyId" FROM edition
    WHERE ${after}::uuid IS NULL OR story_id > ${after}::uuid ORDER BY story_id LIMIT ${take}`;
  return rows.map(({ storyId }) => storyId);
}
