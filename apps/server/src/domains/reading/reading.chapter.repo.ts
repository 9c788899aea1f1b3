import { ProfileState } from "@muejam/contracts/profile";
import { ChapterView } from "@muejam/contracts/reading";
import { type Db, Prisma } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

/** A chapter as all its readers see it, with what decides who they are. `team` stays in the server. */
export type ChapterRow = Subject & { view: Omit<ChapterView, "applauseCount"> };
export const StoredView = ChapterView.omit({ applauseCount: true });

type Columns = { subject: SubjectColumns; author: Prisma.Sql; tags: Prisma.Sql };

/** All of a cold page in one statement, which is why it reads what other domains own. */
export async function findChapter(
  db: Db,
  { ref, number }: { ref: string; number: number },
  { subject, author, tags }: Columns,
): Promise<ChapterRow | null> {
  const [row] = await db.$queryRaw<(Omit<ChapterRow, "state" | "view"> & { state: string; view: unknown })[]>`
    SELECT ${decisive(subject)},
      jsonb_build_object(
        'story', jsonb_build_object('id', story.id, 'ref', ref, 'title', story.title, 'tagline', tagline,
          'language', language, 'rating', rating, 'status', status, 'author', card.author, 'tags', card.tags,
          'chapterCount', chapter_count, 'wordCount', story.word_count,
          'firstPublishedAt', ${instant("first_published_at")}, 'lastPublishedAt', ${instant("last_published_at")}),
        'id', chapter.id, 'number', chapter.number, 'title', content.title, 'words', edition.words,
        'edition', edition.number, 'publishedAt', ${instant("chapter.published_at")},
        'revisedAt', ${instant("edition.published_at")},
        'noteBefore', content.note_before, 'noteAfter', content.note_after, 'html', content.html,
        'previous', (${neighbour(Prisma.sql`other.position < chapter.position`, Prisma.sql`DESC`)}),
        'next', (${neighbour(Prisma.sql`other.position > chapter.position`, Prisma.sql`ASC`)})
      ) AS view
    FROM story
    JOIN profile AS lead ON lead.id = lead_id
    CROSS JOIN LATERAL (SELECT ${author}, ${tags}) AS card
    JOIN chapter ON chapter.story_id = story.id
    JOIN edition ON edition.id = chapter.current_edition_id
    JOIN edition_content AS content ON content.edition_id = edition.id
    WHERE ref = ${ref} AND chapter.number = ${number} AND chapter.state = 'published'`;
  return row ? { ...row, state: ProfileState.parse(row.state), view: StoredView.parse(row.view) } : null;
}

export async function findApplause(db: Db, id: string): Promise<number> {
  const row = await db.chapter.findUnique({ where: { id }, select: { applauseCount: true } });
  return row?.applauseCount ?? 0;
}

const instant = (column: string) =>
  Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const neighbour = (where: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
  SELECT jsonb_build_object('id', other.id, 'number', other.number, 'title', title, 'words', words,
    'publishedAt', ${instant("other.published_at")})
  FROM chapter AS other
  JOIN edition ON edition.id = other.current_edition_id
  JOIN edition_content ON edition_id = edition.id
  WHERE other.story_id = story.id AND other.state = 'published' AND ${where}
  ORDER BY other.position ${order} LIMIT 1`;
