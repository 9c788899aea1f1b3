import { ProfileState } from "@muejam/contracts/profile";
import type { Db, Prisma } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

/** How much a face keeps; nobody else adds to it until this transaction is over. */
export async function lockAndWeigh(db: Db, ownerId: string): Promise<number> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`media:${ownerId}`}, 0))`;
  const { _sum } = await db.media.aggregate({ where: { ownerId }, _sum: { bytes: true } });
  return _sum.bytes ?? 0;
}

export type NewMedia = {
  id: string;
  ownerId: string;
  width: number;
  height: number;
  bytes: number;
  madeAt: Date;
  keptUntil: Date;
};
type Rendition = { width: number; bytes: Uint8Array<ArrayBuffer> };

export async function insert(db: Db, media: NewMedia, renditions: readonly Rendition[]): Promise<void> {
  await db.media.createMany({ data: [media] });
  await db.mediaRendition.createMany({ data: renditions.map((one) => ({ ...one, mediaId: media.id })) });
}

/** Whether this face sent it, or works on a story into which somebody put it. */
export async function isAtDesk(db: Db, { id, profileId }: { id: string; profileId: string }): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isThere: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM media WHERE id = ${id}::uuid AND owner_id = ${profileId}::uuid) OR EXISTS (
      SELECT 1 FROM media_placement AS placement
      JOIN collaborator ON collaborator.story_id = placement.story_id
      JOIN story ON story.id = placement.story_id
      JOIN profile AS lead ON lead.id = story.lead_id
      WHERE media_id = ${id}::uuid AND collaborator.profile_id = ${profileId}::uuid AND 'read' = ANY (rights)
        AND lead.state <> 'closed') AS "isThere"`;
  return row?.isThere ?? false;
}

/** One of the chapters that show it now, of those that the condition lets through. */
export async function listShowing(
  db: Db,
  { id, columns, where }: { id: string; columns: SubjectColumns; where: Prisma.Sql },
): Promise<Subject[]> {
  const rows = await db.$queryRaw<(Omit<Subject, "state"> & { state: string })[]>`
    SELECT ${decisive(columns)} FROM media_edition
    JOIN chapter ON chapter.current_edition_id = media_edition.edition_id
    JOIN story ON story.id = chapter.story_id
    JOIN profile AS lead ON lead.id = lead_id
    WHERE media_id = ${id}::uuid AND chapter.state = 'published' AND ${where} LIMIT 1`;
  return rows.map((row) => ({ ...row, state: ProfileState.parse(row.state) }));
}

type Piece = { length: number; bytes: Uint8Array<ArrayBuffer> };

/** Some bytes of it, and how many it has: as wide as it is asked for, or as it is. */
export async function findPiece(
  db: Db,
  { id, width, start, size }: { id: string; width: number; start: number; size: number },
): Promise<Piece | null> {
  const [row] = await db.$queryRaw<Piece[]>`
    SELECT octet_length(bytes) AS length, substring(bytes FROM ${start + 1}::int FOR ${size}::int) AS bytes
    FROM media_rendition WHERE media_id = ${id}::uuid AND width <= ${width}::int ORDER BY width DESC LIMIT 1`;
  return row ?? null;
}
