import { Wish } from "@muejam/contracts/heir";
import type { Db } from "@muejam/db";

export type Away = { profileId: string; accountId: string; displayName: string; wish: Wish; warnings: number };
type Raw = Omit<Away, "wish"> & { wish: string };
export type Pace = { now: Date; take: number; warningsMax: number; daysBetween: number; daysApart: number };

/** Whoever was here again begins anew, whatever was said to them or to an heir meanwhile. */
export async function forgiveReturned(db: Db): Promise<void> {
  await db.$executeRaw`
    UPDATE heir SET warnings = 0, warned_at = NULL, due_at = NULL, done_at = NULL
    FROM profile JOIN account ON account.id = account_id
    WHERE profile.id = profile_id AND warnings > 0 AND seen_on > (warned_at AT TIME ZONE 'UTC')::date`;
}

/** Those who have stayed away for as long as they said, and are to be written to once more. Counted in the same act. */
export async function takeUnwarned(db: Db, { now, take, warningsMax, daysBetween }: Pace): Promise<Away[]> {
  const rows = await db.$queryRaw<Raw[]>`
    UPDATE heir SET warnings = warnings + 1, warned_at = ${now}
    FROM profile JOIN account ON account.id = account_id
    WHERE profile.id = profile_id AND profile_id IN (
      SELECT profile_id FROM heir JOIN profile ON profile.id = profile_id JOIN account ON account.id = account_id
      WHERE warnings < ${warningsMax} AND done_at IS NULL AND profile.state <> 'closed'
        AND seen_on <= (${now}::timestamptz - make_interval(months => after_months))::date
        AND coalesce(warned_at <= ${now}::timestamptz - make_interval(days => ${daysBetween}::int), true)
      LIMIT ${take})
    RETURNING profile_id AS "profileId", account_id AS "accountId", display_name AS "displayName", wish, warnings`;
  return rows.map((row) => ({ ...row, wish: Wish.parse(row.wish) }));
}

/** Those who answered none of the mails, each at an instant of its own that nobody can foretell from another's. */
export async function listSilent(db: Db, pace: Pace): Promise<Away[]> {
  const { now, take, warningsMax, daysBetween, daysApart } = pace;
  const rows = await db.$queryRaw<Raw[]>`
    SELECT profile_id AS "profileId", account_id AS "accountId", display_name AS "displayName", wish, warnings
    FROM heir JOIN profile ON profile.id = profile_id
    WHERE warnings = ${warningsMax} AND due_at IS NULL AND done_at IS NULL AND profile.state <> 'closed'
      AND warned_at + make_interval(days => ${daysBetween}::int)
        + make_interval(mins => (abs(hashtext(profile_id::text)::bigint) % (${daysApart}::int * 1440))::int) <= ${now}
    LIMIT ${take}`;
  return rows.map((row) => ({ ...row, wish: Wish.parse(row.wish) }));
}
