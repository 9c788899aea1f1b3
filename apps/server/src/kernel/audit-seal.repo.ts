import type { Db } from "@muejam/db";

/** An entry to the microsecond and the digit, as the chain covers it. */
export type SealableEntry = {
  seq: string;
  tx: string;
  at: string;
  actor: string;
  act: string;
  subject: string;
  purpose: string | null;
  detail: string;
};
export type Head = { position: bigint; hash: string; seq: string; tx: string };
export type Link = { position: bigint; seq: string; hash: string };

export async function findHead(db: Db): Promise<Head | null> {
  const [head] = await db.$queryRaw<Head[]>`
    SELECT seal.position, seal.hash, seal.seq::text AS seq, entry.tx::text AS tx
    FROM audit_seal AS seal JOIN audit_entry AS entry ON entry.seq = seal.seq
    ORDER BY seal.position DESC LIMIT 1`;
  return head ?? null;
}

/** The next ones in the order of the chain: before a transaction that is still running none of them can be. */
export const listSealable = (db: Db, after: { tx: string; seq: string }, take: number): Promise<SealableEntry[]> =>
  db.$queryRaw<SealableEntry[]>`
    SELECT seq::text AS seq, tx::text AS tx, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
      actor, act, subject, purpose, detail::text AS detail
    FROM audit_entry AS entry
    WHERE (entry.tx, entry.seq) > (${after.tx}::xid8, ${after.seq}::bigint)
      AND entry.tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY entry.tx, entry.seq LIMIT ${take}`;

export async function countUnsealed(db: Db, after: { tx: string; seq: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM audit_entry AS entry
    WHERE (entry.tx, entry.seq) > (${after.tx}::xid8, ${after.seq}::bigint)`;
  return row?.count ?? 0;
}

export async function insertSeals(db: Db, links: readonly Link[]): Promise<void> {
  const rows = JSON.stringify(links.map(({ position, ...link }) => ({ ...link, position: String(position) })));
  await db.$executeRaw`
    INSERT INTO audit_seal (position, seq, hash)
    SELECT link.position, link.seq, link.hash
    FROM jsonb_to_recordset(${rows}::jsonb) AS link (position bigint, seq bigint, hash text)`;
}

/** The chain as it stands; an entry that is gone leaves its fields null. */
export const listSealed = (
  db: Db,
  after: bigint,
  take: number,
): Promise<(Link & { [Field in keyof SealableEntry]: SealableEntry[Field] | null } & { seq: string })[]> =>
  db.$queryRaw`
    SELECT seal.position, seal.seq::text AS seq, seal.hash, entry.tx::text AS tx,
      to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
      entry.actor, entry.act, entry.subject, entry.purpose, entry.detail::text AS detail
    FROM audit_seal AS seal LEFT JOIN audit_entry AS entry ON entry.seq = seal.seq
    WHERE seal.position > ${after} ORDER BY seal.position LIMIT ${take}`;

/** What stands before the end of the chain without being in it: somebody put it there afterwards. */
export async function listSmuggled(db: Db, head: { tx: string; seq: string }, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ seq: string }[]>`
    SELECT entry.seq::text AS seq FROM audit_entry AS entry
    WHERE (entry.tx, entry.seq) <= (${head.tx}::xid8, ${head.seq}::bigint)
      AND NOT EXISTS (SELECT FROM audit_seal AS seal WHERE seal.seq = entry.seq)
    ORDER BY entry.seq LIMIT ${take}`;
  return rows.map(({ seq }) => seq);
}
