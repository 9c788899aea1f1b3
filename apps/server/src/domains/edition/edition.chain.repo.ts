import type { Db } from "@muejam/db";

export type Link = {
  storyId: string;
  chapterId: string;
  seq: number;
  number: number;
  publishedAt: Date;
  hash: string;
  prevHash: string | null;
  signature: string;
  isErased: boolean;
  content: Content | null;
};
type Content = { title: string; noteBefore: string; noteAfter: string; document: unknown; html: string; text: string };
type Row = Omit<Link, "content"> & { [Name in keyof Content]: Content[Name] | null };

/** In one statement: words that are erased while we look are either there or known to be gone. */
export async function listLinks(
  db: Db,
  storyId: string,
  { after, take }: { after: number; take: number },
): Promise<Link[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT edition.story_id AS "storyId", edition.chapter_id AS "chapterId", edition.seq, edition.number,
      edition.published_at AS "publishedAt", edition.hash, edition.prev_hash AS "prevHash", edition.signature,
      erasure.edition_id IS NOT NULL AS "isErased", content.title, content.note_before AS "noteBefore",
      content.note_after AS "noteAfter", content.document, content.html, content.text
    FROM edition
    LEFT JOIN edition_content AS content ON content.edition_id = edition.id
    LEFT JOIN edition_erasure AS erasure ON erasure.edition_id = edition.id
    WHERE edition.story_id = ${storyId}::uuid AND edition.seq > ${after}
    ORDER BY edition.seq LIMIT ${take}`;
  return rows.map(({ title, noteBefore, noteAfter, document, html, text, ...link }) => {
    const isThere = title !== null && noteBefore !== null && noteAfter !== null && html !== null && text !== null;
    return { ...link, content: isThere ? { title, noteBefore, noteAfter, document, html, text } : null };
  });
}

/** The stories that have a chain, also when its first link is gone. */
export async function listStories(db: Db, { after, take }: { after: string | null; take: number }): Promise<string[]> {
  const rows = await db.$queryRaw<{ storyId: string }[]>`
    SELECT DISTINCT story_id AS "storyId" FROM edition
    WHERE ${after}::uuid IS NULL OR story_id > ${after}::uuid ORDER BY story_id LIMIT ${take}`;
  return rows.map(({ storyId }) => storyId);
}
