import type { RevisionCause } from "@muejam/contracts/revision";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";

export type RevisionRow = {
  id: string;
  version: number;
  cause: RevisionCause;
  name: string | null;
  edition: number | null;
  words: number;
  handle: string | null;
  displayName: string | null;
  at: Date;
};

/** Latest first. */
export async function list(
  db: Db,
  { chapterId, after, take }: { chapterId: string; after: Position | null; take: number },
): Promise<RevisionRow[]> {
  const from = after ? Prisma.sql`AND (at, id) < (${new Date(after.at)}, ${after.id}::uuid)` : Prisma.empty;
  return db.$queryRaw<RevisionRow[]>`
    SELECT point.id, point.version, point.cause, point.name, point.edition_number AS edition, point.words,
      saver.handle::text AS handle, saver.display_name AS "displayName", point.at
    FROM (
      SELECT * FROM revision WHERE chapter_id = ${chapterId}::uuid ${from} ORDER BY at DESC, id DESC LIMIT ${take}
    ) AS point
    LEFT JOIN profile AS saver ON saver.id = point.saved_by
    ORDER BY point.at DESC, point.id DESC`;
}

export type StoredManuscript = {
  id: string;
  title: string;
  noteBefore: string;
  noteAfter: string;
  docVersion: number;
  words: number;
  /** In their order, as they were stored. */
  blocks: unknown[];
};

/** Each with its blocks: of one chapter, and in no order. */
export const listWhole = (db: Db, chapterId: string, ids: string[]): Promise<StoredManuscript[]> =>
  db.$queryRaw<StoredManuscript[]>`
    SELECT revision.id, title, note_before AS "noteBefore", note_after AS "noteAfter", doc_version AS "docVersion", words,
      coalesce((
        SELECT jsonb_agg(block.content ORDER BY place.n)
        FROM unnest(revision.blocks) WITH ORDINALITY AS place(hash, n)
        JOIN block ON block.chapter_id = revision.chapter_id AND block.hash = place.hash
      ), '[]') AS blocks
    FROM revision WHERE chapter_id = ${chapterId}::uuid AND id = ANY(${ids}::uuid[])`;
