import { ProfileState } from "@muejam/contracts/profile";
import { Notice, Rating, StoryStatus, type StoryView } from "@muejam/contracts/story";
import { Tag } from "@muejam/contracts/tag";
import { type Db, Prisma } from "@muejam/db";
import { decisive, type Subject } from "../visibility/visibility.repo.ts";
import { storyColumns } from "./story.subjects.repo.ts";

/** A story as all its readers see it, with what decides who they are. `team` stays in the server. */
export type StoryRow = Omit<StoryView, "counts" | "chapters"> & Subject;

export const tagsColumn = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'kind', kind) ORDER BY position), '[]')
  FROM story_tag JOIN tag ON tag.id = tag_id WHERE story_id = story.id) AS tags`;
export const noticesColumn = Prisma.sql`ARRAY(
  SELECT notice FROM story_notice WHERE story_id = story.id ORDER BY notice) AS notices`;
export const authorColumn = Prisma.sql`
  jsonb_build_object('id', lead.id, 'handle', lead.handle, 'displayName', lead.display_name) AS author`;

type Row = Omit<
  StoryRow,
  "state" | "rating" | "status" | "tags" | "notices" | "firstPublishedAt" | "lastPublishedAt"
> & {
  state: string;
  rating: string;
  status: string;
  tags: unknown;
  notices: string[];
  firstPublishedAt: Date;
  lastPublishedAt: Date;
};

/** Only what is published: whoever else works on a story has doors of their own. */
export async function findPublished(db: Db, ids: readonly string[]): Promise<StoryRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT story.id, ref, title, tagline, blurb, language, rating, story.status, licence, is_ai_reserved AS "isAiReserved",
      lead.is_findable AS "isFindable",
      chapter_count AS "chapterCount", story.word_count AS "wordCount",
      first_published_at AS "firstPublishedAt", last_published_at AS "lastPublishedAt",
      ${authorColumn}, ${tagsColumn}, ${noticesColumn},
      ${decisive(storyColumns)}
    FROM story JOIN profile AS lead ON lead.id = lead_id
    WHERE story.id = ANY (${ids}::uuid[]) AND chapter_count > 0`;
  return rows.map(({ firstPublishedAt, lastPublishedAt, ...row }) => ({
    ...row,
    state: ProfileState.parse(row.state),
    rating: Rating.parse(row.rating),
    status: StoryStatus.parse(row.status),
    tags: Tag.array().parse(row.tags),
    notices: Notice.array().parse(row.notices),
    firstPublishedAt: firstPublishedAt.toISOString(),
    lastPublishedAt: lastPublishedAt.toISOString(),
  }));
}

export async function findCounts(db: Db, id: string): Promise<StoryView["counts"] | null> {
  const row = await db.story.findUnique({ where: { id }, select: { followerCount: true, applauseCount: true } });
  return row && { followers: row.followerCount, applause: row.applauseCount };
}
