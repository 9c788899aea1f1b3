import { Genre } from "@muejam/contracts/tag";
import type { Db } from "@muejam/db";

export type PreferencesRow = {
  birthSealed: string | null;
  showsMature: boolean;
  interests: Genre[];
  languages: string[];
};

export async function findPreferences(db: Db, accountId: string): Promise<PreferencesRow> {
  const [row] = await db.$queryRaw<(Omit<PreferencesRow, "interests"> & { interests: string[] })[]>`
    SELECT birth_sealed AS "birthSealed", shows_mature AS "showsMature", languages,
      ARRAY(SELECT genre FROM account_interest WHERE account_id = account.id ORDER BY genre) AS interests
    FROM account WHERE id = ${accountId}::uuid`;
  return {
    birthSealed: row?.birthSealed ?? null,
    showsMature: row?.showsMature ?? false,
    interests: Genre.array().parse(row?.interests ?? []),
    languages: row?.languages ?? [],
  };
}

/** False when it was said before: it is asked once. */
export async function keepBirth(
  db: Db,
  id: string,
  birth: { birthSealed: string; onboardedAt: Date },
): Promise<boolean> {
  const { count } = await db.account.updateMany({ where: { id, birthSealed: null }, data: birth });
  return count === 1;
}

export async function updateShowsMature(db: Db, id: string, showsMature: boolean): Promise<void> {
  await db.account.updateMany({ where: { id }, data: { showsMature } });
}

export async function updateLanguages(db: Db, id: string, languages: readonly string[]): Promise<void> {
  await db.account.updateMany({ where: { id }, data: { languages: [...languages] } });
}

/** Whoever else replaces them waits, so that the last one's stand there and nobody's beside them. */
export async function replaceInterests(db: Db, accountId: string, genres: readonly Genre[]): Promise<void> {
  await db.$executeRaw`SELECT FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  await db.accountInterest.deleteMany({ where: { accountId } });
  await db.accountInterest.createMany({ data: genres.map((genre) => ({ accountId, genre })) });
}
