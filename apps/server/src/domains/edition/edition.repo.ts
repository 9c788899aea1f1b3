import type { Db } from "@muejam/db";
import type { Document } from "@muejam/prose/document";

/** `isUntold`: no edition of the chapter was anything but a correction, so that nobody has been told of it. */
export type Head = { seq: number; hash: string | null; chapterEditions: number; isUntold: boolean };

/** Where the story's chain ends, and how often the chapter was published. Needs the story's lock. */
export async function findHead(db: Db, { storyId, chapterId }: { storyId: string; chapterId: string }): Promise<Head> {
  const [row] = await db.$queryRaw<Head[]>`
    SELECT coalesce(last.seq, 0) AS seq, last.hash, coalesce(of_chapter.number, 0) AS "chapterEditions",
      coalesce(of_chapter.is_minor, true) AS "isUntold"
    FROM (SELECT max(number) AS number, bool_and(is_minor) AS is_minor FROM edition WHERE chapter_id = ${chapterId}::uuid) AS of_chapter
    LEFT JOIN LATERAL (
      SELECT seq, hash FROM edition WHERE story_id = ${storyId}::uuid ORDER BY seq DESC LIMIT 1
    ) AS last ON true`;
  if (!row) throw new Error("The end of a chain was not told.");
  return row;
}

export type ShownEdition = {
  words: number;
  content: { title: string; noteBefore: string; noteAfter: string; document: unknown } | null;
};

export const findShown = (db: Db, id: string): Promise<ShownEdition | null> =>
  db.edition.findUnique({
    where: { id },
    select: { words: true, content: { select: { title: true, noteBefore: true, noteAfter: true, document: true } } },
  });

export type NewEdition = {
  id: string;
  storyId: string;
  chapterId: string;
  seq: number;
  number: number;
  isMinor: boolean;
  words: number;
  docVersion: number;
  publishedAt: Date;
  hash: string;
  prevHash: string | null;
  signature: string;
};
export type NewContent = {
  title: string;
  noteBefore: string;
  noteAfter: string;
  document: Document;
  html: string;
  text: string;
};

export async function insert(db: Db, edition: NewEdition, content: NewContent): Promise<void> {
  await db.edition.createMany({ data: [edition] });
  await db.editionContent.createMany({ data: [{ ...content, editionId: edition.id }] });
}

export type NumberedEdition = { id: string; hash: string; currentEditionId: string | null };

export async function findByNumber(db: Db, chapterId: string, number: number): Promise<NumberedEdition | null> {
  const row = await db.edition.findUnique({
    where: { chapterId_number: { chapterId, number } },
    select: { id: true, hash: true, chapter: { select: { currentEditionId: true } } },
  });
  return row && { id: row.id, hash: row.hash, currentEditionId: row.chapter.currentEditionId };
}

/** False when its words are gone already. */
export async function erase(db: Db, id: string, { purpose, at }: { purpose: string; at: Date }): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isErased: boolean }[]>`
    SELECT erase_edition_content(${id}::uuid, ${purpose}, ${at}::timestamptz) AS "isErased"`;
  return row?.isErased ?? false;
}
