import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import { decisive, type Subject } from "../visibility/visibility.repo.ts";
import { chapterColumns, storyColumns } from "./story.subjects.repo.ts";

export type Part = "stories" | "chapters";
/** A page's address, and when it last changed. `number` is null for a story itself. */
export type Mapped = { ref: string; title: string; number: number | null; chapterTitle: string; changedAt: Date };
type Decided = Subject & { id: string };

type Query = { part: Part; where: Prisma.Sql };

/** The first of every so many, by id: where the pages of a sitemap begin. */
export async function listMarks(db: Db, { part, where, every }: Query & { every: number }): Promise<Decided[]> {
  const rows = await db.$queryRaw<(Decided & { state: string })[]>`
    SELECT * FROM (
      SELECT ${judged(part)}, row_number() OVER (ORDER BY ${ids[part]}) AS place
      FROM ${sources[part]} WHERE ${where} AND lead.is_findable) AS listed
    WHERE (place - 1) % ${every} = 0 ORDER BY id`;
  return rows.map(parsed);
}

export async function listMapped(
  db: Db,
  { part, where, from, take }: Query & { from: string; take: number },
): Promise<(Decided & Mapped)[]> {
  const rows = await db.$queryRaw<(Decided & Mapped & { state: string })[]>`
    SELECT ${judged(part)}, story.ref, story.title, ${details[part]}
    FROM ${sources[part]} WHERE ${where} AND lead.is_findable AND ${ids[part]} >= ${from}::uuid ORDER BY ${ids[part]} LIMIT ${take}`;
  return rows.map(parsed);
}

const ids: Record<Part, Prisma.Sql> = { stories: Prisma.sql`story.id`, chapters: Prisma.sql`chapter.id` };

export const columns = { stories: storyColumns, chapters: chapterColumns };

const judged = (part: Part) => Prisma.sql`${ids[part]} AS id, ${decisive(columns[part])}`;

const details: Record<Part, Prisma.Sql> = {
  stories: Prisma.sql`NULL::int AS number, '' AS "chapterTitle", story.last_published_at AS "changedAt"`,
  chapters: Prisma.sql`chapter.number, coalesce(content.title, '') AS "chapterTitle", edition.published_at AS "changedAt"`,
};

const lead = Prisma.sql`JOIN profile AS lead ON lead.id = story.lead_id`;
const sources: Record<Part, Prisma.Sql> = {
  stories: Prisma.sql`story ${lead}`,
  chapters: Prisma.sql`chapter JOIN story ON story.id = chapter.story_id ${lead}
    JOIN edition ON edition.id = chapter.current_edition_id
    LEFT JOIN edition_content AS content ON content.edition_id = edition.id`,
};

const parsed = <T extends { state: string }>(row: T) => ({ ...row, state: ProfileState.parse(row.state) });
