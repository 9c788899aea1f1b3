import type { Db, Prisma } from "@muejam/db";
import type { Document } from "@muejam/prose/document";

export type DraftRow = {
  title: string;
  noteBefore: string;
  noteAfter: string;
  /** As it was stored, perhaps by an older version of the schema. */
  document: unknown;
  version: number;
  words: number;
  updatedAt: Date;
  updatedBy: string | null;
  publishedVersion: number | null;
};

export async function insertEmpty(
  db: Db,
  draft: {
    chapterId: string;
    title: string;
    document: Document;
    docVersion: number;
    updatedAt: Date;
    updatedBy: string;
  },
): Promise<void> {
  await db.draft.create({ data: { ...draft, noteBefore: "", noteAfter: "", version: 0, words: 0 } });
}

const columns = {
  title: true,
  noteBefore: true,
  noteAfter: true,
  document: true,
  version: true,
  words: true,
  updatedAt: true,
  updatedBy: true,
  publishedVersion: true,
} satisfies Prisma.DraftSelect;

export const find = (db: Db, chapterId: string): Promise<DraftRow | null> =>
  db.draft.findUnique({ where: { chapterId }, select: columns });

export async function findVersion(db: Db, chapterId: string): Promise<number> {
  const row = await db.draft.findUnique({ where: { chapterId }, select: { version: true } });
  return row?.version ?? 0;
}

/** How much a save of it writes, whether that is words or not. */
export async function findSize(db: Db, chapterId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ bytes: number }[]>`
    SELECT octet_length(document::text) AS bytes FROM draft WHERE chapter_id = ${chapterId}::uuid`;
  return row?.bytes ?? 0;
}

/** Who saved it last, and when it was last kept as a save point. */
export type LockedRow = DraftRow & {
  journalId: string | null;
  pointVersion: number | null;
  pointAt: Date | null;
  pointCause: string | null;
};

/** Whoever else saves or publishes this draft waits until this transaction is over. */
export async function lock(db: Db, chapterId: string): Promise<LockedRow | null> {
  const [row] = await db.$queryRaw<LockedRow[]>`
    SELECT title, note_before AS "noteBefore", note_after AS "noteAfter", document, draft.version, words,
      updated_at AS "updatedAt", updated_by AS "updatedBy", published_version AS "publishedVersion",
      (SELECT journal_id FROM draft_change WHERE chapter_id = draft.chapter_id AND version = draft.version) AS "journalId",
      point.version AS "pointVersion", point.at AS "pointAt", point.cause AS "pointCause"
    FROM draft LEFT JOIN LATERAL (
      SELECT version, at, cause FROM revision WHERE chapter_id = draft.chapter_id ORDER BY version DESC LIMIT 1
    ) AS point ON true
    WHERE chapter_id = ${chapterId}::uuid FOR UPDATE OF draft`;
  return row ?? null;
}

export type KnownChange = { chapterId: string; savedBy: string | null; version: number; words: number; at: Date };

/** `sent`: the fingerprint of what came. */
export async function findChange(
  db: Db,
  { journalId, seq }: { journalId: string; seq: number },
): Promise<(KnownChange & { sent: string | null }) | null> {
  const [row] = await db.$queryRaw<(KnownChange & { sent: string | null })[]>`
    SELECT chapter_id AS "chapterId", saved_by AS "savedBy", version, words, at, change ->> 'sent' AS sent
    FROM draft_change WHERE journal_id = ${journalId}::uuid AND seq = ${seq}`;
  return row ?? null;
}

/** False when this name was given to another change at the same moment. */
export async function insertChange(
  db: Db,
  change: KnownChange & { journalId: string; seq: number; baseVersion: number; change: Prisma.InputJsonObject },
): Promise<boolean> {
  const { count } = await db.draftChange.createMany({ data: [change], skipDuplicates: true });
  return count === 1;
}

type Window = { from: Date; until: Date; take: number };

/** Leaves who sent what when, and its fingerprint. How many it found. */
export async function emptyChanges(db: Db, { from, until, take }: Window): Promise<number> {
  return db.$executeRaw`
    UPDATE draft_change SET change = jsonb_build_object('sent', change -> 'sent')
    WHERE (journal_id, seq) IN (
      SELECT journal_id, seq FROM draft_change
      WHERE at >= ${from} AND at < ${until} AND change ? 'placed' ORDER BY at LIMIT ${take})`;
}

export async function deleteChanges(db: Db, { until, take }: Omit<Window, "from">): Promise<number> {
  return db.$executeRaw`
    DELETE FROM draft_change WHERE (journal_id, seq) IN (
      SELECT journal_id, seq FROM draft_change WHERE at < ${until} ORDER BY at LIMIT ${take})`;
}

export type DraftPatch = {
  title?: string;
  noteBefore?: string;
  noteAfter?: string;
  document: Document;
  docVersion: number;
  version: number;
  words: number;
  updatedAt: Date;
  updatedBy: string;
};

/** Needs the draft's lock. */
export async function update(db: Db, chapterId: string, data: DraftPatch): Promise<void> {
  await db.draft.updateMany({ where: { chapterId }, data });
}

export async function setPublished(db: Db, chapterId: string, publishedVersion: number): Promise<void> {
  await db.draft.updateMany({ where: { chapterId }, data: { publishedVersion } });
}
