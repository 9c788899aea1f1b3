import type { Db } from "@muejam/db";

type Clap = { accountId: string; chapterId: string };

/** False when this account has applauded already, with whichever face. */
export async function insertApplause(
  db: Db,
  { accountId, chapterId }: Clap,
  by: { profileId: string; at: Date },
): Promise<boolean> {
  const count = await db.$executeRaw`
    WITH begun AS (
      INSERT INTO applause (account_id, chapter_id, profile_id, at)
      VALUES (${accountId}::uuid, ${chapterId}::uuid, ${by.profileId}::uuid, ${by.at})
      ON CONFLICT DO NOTHING RETURNING chapter_id
    )
    INSERT INTO applause_delta (chapter_id, delta) SELECT chapter_id, 1 FROM begun`;
  return count === 1;
}

export async function deleteApplause(db: Db, { accountId, chapterId }: Clap): Promise<boolean> {
  const count = await db.$executeRaw`
    WITH ended AS (
      DELETE FROM applause WHERE account_id = ${accountId}::uuid AND chapter_id = ${chapterId}::uuid RETURNING chapter_id
    )
    INSERT INTO applause_delta (chapter_id, delta) SELECT chapter_id, -1 FROM ended`;
  return count === 1;
}

/** With what the counter does not hold yet; in one statement, since a fold moves the one into the other. */
export async function countApplause(db: Db, chapterId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT (applause_count + coalesce((SELECT sum(delta) FROM applause_delta WHERE chapter_id = chapter.id), 0))::int
      AS count
    FROM chapter WHERE id = ${chapterId}::uuid`;
  return row?.count ?? 0;
}

/** What was waiting, which from now on only the counters hold. */
export async function takeUnfolded(db: Db, chapterId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ sum: number }[]>`
    WITH taken AS (DELETE FROM applause_delta WHERE chapter_id = ${chapterId}::uuid RETURNING delta)
    SELECT coalesce(sum(delta), 0)::int AS sum FROM taken`;
  return row?.sum ?? 0;
}
