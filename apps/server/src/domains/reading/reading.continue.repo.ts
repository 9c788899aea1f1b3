import { ProfileState } from "@muejam/contracts/profile";
import type { Position } from "@muejam/contracts/reading";
import { ChapterLine } from "@muejam/contracts/story";
import { type Db, Prisma } from "@muejam/db";
import type { Position as After } from "../../kernel/page.ts";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";
import { type PositionRow, positionColumns, toPosition } from "./reading.repo.ts";

/** A story that somebody is in: what lies behind where they are, and what they have not read. */
export type Begun = Subject & { position: Position; unread: number; next: ChapterLine | null };
type Row = PositionRow & Omit<Begun, "state" | "position"> & { state: string };

/** Newest first. One statement, which is why it reads what other domains own. */
export async function listBegun(
  db: Db,
  accountId: string,
  { subject, where, after, take }: { subject: SubjectColumns; where: Prisma.Sql; after: After | null; take: number },
): Promise<Begun[]> {
  const from = after
    ? Prisma.sql`AND (at, reading_position.story_id) < (${new Date(after.at)}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${positionColumns}, ${decisive(subject)},
      (SELECT count(*)::int FROM chapter WHERE chapter.story_id = story.id AND chapter.state = 'published'
        AND chapter.position > far.position) AS unread,
      (SELECT jsonb_build_object('id', chapter.id, 'number', chapter.number, 'title', content.title,
          'words', edition.words,
          'publishedAt', to_char(chapter.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM chapter JOIN edition ON edition.id = current_edition_id
        JOIN edition_content AS content ON content.edition_id = edition.id
        WHERE chapter.story_id = story.id AND chapter.state = 'published' AND chapter.position > here.position
        ORDER BY chapter.position LIMIT 1) AS next
    FROM reading_position
    JOIN chapter AS here ON here.id = reading_position.chapter_id
    JOIN chapter AS far ON far.id = furthest_chapter_id
    JOIN story ON story.id = reading_position.story_id
    JOIN profile AS lead ON lead.id = story.lead_id
    WHERE reading_position.account_id = ${accountId}::uuid AND ${where} ${from}
    ORDER BY at DESC, reading_position.story_id DESC LIMIT ${take}`;
  return rows.map(({ face, state, team, isPublished, isForFollowers, isMature, unread, next, ...position }) => ({
    face,
    state: ProfileState.parse(state),
    team,
    isPublished,
    isForFollowers,
    isMature,
    position: toPosition(position),
    unread,
    next: ChapterLine.nullable().parse(next),
  }));
}
