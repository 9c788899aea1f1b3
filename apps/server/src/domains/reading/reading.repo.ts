import type { Position, PositionInput } from "@muejam/contracts/reading";
import { type Db, Prisma } from "@muejam/db";

/** Of a query that joins the chapter one is in as `here`, and the furthest as `far`. */
export const positionColumns = Prisma.sql`
  reading_position.story_id AS "storyId", reading_position.chapter_id AS "chapterId", here.number AS "chapterNumber",
  edition, block, char_offset AS "offset", quote, prefix, suffix, per_mille AS "perMille", device, at,
  far.number AS "furthestNumber", furthest_per_mille AS "furthestPerMille"`;

export type PositionRow = Omit<Position["current"], "at"> & {
  storyId: string;
  at: Date;
  furthestNumber: number;
  furthestPerMille: number;
};

export const toPosition = (row: PositionRow): Position => {
  const { storyId, at, furthestNumber, furthestPerMille, ...current } = row;
  return {
    storyId,
    current: { ...current, at: at.toISOString() },
    furthest: { chapterNumber: furthestNumber, perMille: furthestPerMille },
  };
};

export async function findPosition(db: Db, accountId: string, storyId: string): Promise<Position | null> {
  const [row] = await db.$queryRaw<PositionRow[]>`
    SELECT ${positionColumns} FROM reading_position
    JOIN chapter AS here ON here.id = reading_position.chapter_id
    JOIN chapter AS far ON far.id = furthest_chapter_id
    WHERE account_id = ${accountId}::uuid AND reading_position.story_id = ${storyId}::uuid`;
  return row ? toPosition(row) : null;
}

/**
 * The last to write says where to go on; what was read is not forgotten by going back. False when the reader wants
 * nothing kept.
 */
export async function upsertPosition(
  db: Db,
  position: PositionInput & { accountId: string; storyId: string; at: Date },
): Promise<boolean> {
  const { accountId, storyId, chapterId, edition, block, offset, quote, prefix, suffix, perMille, device, at } =
    position;
  const written = await db.$executeRaw`
    INSERT INTO reading_position AS known (account_id, story_id, chapter_id, edition, block, char_offset, quote, prefix,
      suffix, per_mille, device, at, furthest_chapter_id, furthest_per_mille)
    SELECT ${accountId}::uuid, ${storyId}::uuid, ${chapterId}::uuid, ${edition}::int, ${block}, ${offset}::int, ${quote},
      ${prefix}, ${suffix}, ${perMille}::int, ${device}, ${at}::timestamptz, ${chapterId}::uuid, ${perMille}::int
    WHERE NOT EXISTS (SELECT FROM reading_choice WHERE account_id = ${accountId}::uuid AND NOT keeps_history)
    ON CONFLICT (account_id, story_id) DO UPDATE SET
      chapter_id = excluded.chapter_id, edition = excluded.edition, block = excluded.block,
      char_offset = excluded.char_offset, quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
      per_mille = excluded.per_mille, device = excluded.device, at = excluded.at,
      (furthest_chapter_id, furthest_per_mille) = (
        SELECT read.chapter_id, read.per_mille
        FROM (VALUES (known.furthest_chapter_id, known.furthest_per_mille), (excluded.chapter_id, excluded.per_mille))
          AS read (chapter_id, per_mille)
        JOIN chapter ON chapter.id = read.chapter_id
        ORDER BY chapter.position DESC, read.per_mille DESC LIMIT 1)`;
  return written > 0;
}

export type Ties = { hasApplauded: boolean; isFollowingStory: boolean; isFollowingAuthor: boolean; isTeam: boolean };
export type Here = Ties & { position: Position | null };
type Reader = { accountId: string; profileId: string };
type Where = { storyId: string; authorId: string; chapterId: string | null };

/** What ties a reader to a story and a chapter, in one statement, which is why it reads what other domains own. */
export async function findHere(
  db: Db,
  { accountId, profileId }: Reader,
  { storyId, authorId, chapterId }: Where,
): Promise<Here> {
  const [row] = await db.$queryRaw<(Ties & (PositionRow | { storyId: null }))[]>`
    SELECT ${positionColumns},
      EXISTS (SELECT FROM applause WHERE account_id = ${accountId}::uuid AND chapter_id = ${chapterId}::uuid)
        AS "hasApplauded",
      EXISTS (SELECT FROM story_follow WHERE follower_id = ${profileId}::uuid AND story_id = ${storyId}::uuid)
        AS "isFollowingStory",
      EXISTS (SELECT FROM profile_follow WHERE follower_id = ${profileId}::uuid AND followee_id = ${authorId}::uuid)
        AS "isFollowingAuthor",
      EXISTS (SELECT FROM collaborator WHERE profile_id = ${profileId}::uuid AND collaborator.story_id = ${storyId}::uuid)
        AS "isTeam"
    FROM (VALUES (1)) AS always (one)
    LEFT JOIN reading_position ON account_id = ${accountId}::uuid AND reading_position.story_id = ${storyId}::uuid
    LEFT JOIN chapter AS here ON here.id = reading_position.chapter_id
    LEFT JOIN chapter AS far ON far.id = furthest_chapter_id`;
  if (!row) throw new Error("A row that is always there is missing.");
  const { hasApplauded, isFollowingStory, isFollowingAuthor, isTeam, ...position } = row;
  const ties = { hasApplauded, isFollowingStory, isFollowingAuthor, isTeam };
  return { ...ties, position: position.storyId === null ? null : toPosition(position) };
}
