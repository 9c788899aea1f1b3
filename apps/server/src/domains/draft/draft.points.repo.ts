import type { RevisionCause } from "@muejam/contracts/revision";
import type { Db } from "@muejam/db";

export type NewPoint = {
  id: string;
  chapterId: string;
  version: number;
  cause: RevisionCause;
  name: string | null;
  editionNumber: number | null;
  title: string;
  noteBefore: string;
  noteAfter: string;
  words: number;
  docVersion: number;
  blocks: string[];
  savedBy: string | null;
  at: Date;
};

export type HashedBlock = { hash: string; content: unknown };

export async function listKnown(db: Db, chapterId: string, hashes: string[]): Promise<Set<string>> {
  const rows = await db.block.findMany({ where: { chapterId, hash: { in: hashes } }, select: { hash: true } });
  return new Set(rows.map(({ hash }) => hash));
}

export async function insertBlocks(db: Db, chapterId: string, blocks: HashedBlock[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO block (chapter_id, hash, content)
    SELECT ${chapterId}::uuid, one ->> 'hash', one -> 'content'
    FROM jsonb_array_elements(${JSON.stringify(blocks)}::jsonb) AS one
    ON CONFLICT DO NOTHING`;
}

/** A version has one point: a stronger reason takes the place of a weaker one, and what it was called stays. */
export async function upsert(db: Db, point: NewPoint): Promise<string> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO revision (id, chapter_id, version, cause, name, edition_number, title, note_before, note_after, words,
      doc_version, blocks, saved_by, at)
    VALUES (${point.id}::uuid, ${point.chapterId}::uuid, ${point.version}, ${point.cause}, ${point.name},
      ${point.editionNumber}, ${point.title}, ${point.noteBefore}, ${point.noteAfter}, ${point.words},
      ${point.docVersion}, ${point.blocks}, ${point.savedBy}::uuid, ${point.at}::timestamptz)
    ON CONFLICT (chapter_id, version) DO UPDATE SET
      cause = CASE
        WHEN revision.cause = 'published' OR (revision.cause = 'kept' AND excluded.cause <> 'published') THEN revision.cause
        ELSE excluded.cause
      END,
      name = coalesce(excluded.name, revision.name),
      edition_number = coalesce(revision.edition_number, excluded.edition_number)
    RETURNING id`;
  if (!row) throw new Error("A save point was not kept.");
  return row.id;
}

/** Chapters where there may be something to thin, in their order. */
export async function listThinnable(
  db: Db,
  { after, before, take }: { after: string; before: Date; take: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ chapterId: string }[]>`
    SELECT chapter_id AS "chapterId" FROM revision
    WHERE chapter_id > ${after}::uuid AND at < ${before}::timestamptz AND cause IN ('pause', 'device', 'merge', 'replaced', 'restored')
      AND name IS NULL
    GROUP BY chapter_id HAVING count(*) > 1 ORDER BY chapter_id LIMIT ${take}`;
  return rows.map(({ chapterId }) => chapterId);
}

/** Those that nobody asked for. */
export const listOwn = (db: Db, chapterId: string): Promise<{ id: string; at: Date }[]> =>
  db.revision.findMany({
    where: { chapterId, name: null, cause: { in: ["pause", "device", "merge", "replaced", "restored"] } },
    select: { id: true, at: true },
  });

export async function remove(db: Db, ids: string[]): Promise<void> {
  await db.revision.deleteMany({ where: { id: { in: ids } } });
}

/** Blocks that no save point holds any more. Needs the draft's lock, or a point in the making loses its own. */
export async function removeLoose(db: Db, chapterId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM block WHERE chapter_id = ${chapterId}::uuid AND hash NOT IN (
      SELECT unnest(blocks) FROM revision WHERE chapter_id = ${chapterId}::uuid)`;
}
