import { ProfileState } from "@muejam/contracts/profile";
import type { StoryOrder } from "@muejam/contracts/story";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";
import { decisive, type Subject } from "../visibility/visibility.repo.ts";
import { storyColumns } from "./story.subjects.repo.ts";

/** A story's place in a list, with what decides who sees it there. */
export type Listed = Subject & { id: string; at: string };

export type Reader = { accountId: string; profileId: string };

/** Ids, so that the planner knows how many stories a tag or an author has. */
export type ListQuery = {
  order: StoryOrder;
  tagId: string | null;
  leadId: string | null;
  /** Whose genres and languages it keeps to, without what they write, follow or have begun. */
  reader: Reader | null;
  where: Prisma.Sql;
  after: Position | null;
  take: number;
};

export async function listPublished(db: Db, query: ListQuery): Promise<Listed[]> {
  const { order, tagId, leadId, reader, where, after, take } = query;
  const at = instants[order];
  const conditions = [
    Prisma.sql`story.chapter_count > 0`,
    where,
    ...(order === "completed" ? [Prisma.sql`story.status = 'completed'`] : []),
    ...(tagId === null
      ? []
      : [Prisma.sql`EXISTS (SELECT FROM story_tag WHERE story_id = story.id AND tag_id = ${tagId}::uuid)`]),
    ...(leadId === null ? [] : [Prisma.sql`story.lead_id = ${leadId}::uuid`]),
    ...(reader === null ? [] : newTo(reader)),
    ...(after ? [Prisma.sql`(${at}, story.id) < (${new Date(after.at)}, ${after.id}::uuid)`] : []),
  ];
  const rows = await db.$queryRaw<(Omit<Listed, "state" | "at"> & { state: string; at: Date })[]>`
    SELECT story.id, ${at} AS at, ${decisive(storyColumns)}
    FROM story JOIN profile AS lead ON lead.id = lead_id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${at} DESC, story.id DESC LIMIT ${take}`;
  return rows.map((row) => ({ ...row, state: ProfileState.parse(row.state), at: row.at.toISOString() }));
}

const newTo = ({ accountId, profileId }: Reader): Prisma.Sql[] => [
  Prisma.sql`EXISTS (SELECT FROM account_interest JOIN tag ON slug = genre JOIN story_tag ON tag_id = tag.id
    WHERE account_id = ${accountId}::uuid AND story_id = story.id)`,
  Prisma.sql`EXISTS (SELECT FROM account
    WHERE id = ${accountId}::uuid AND (languages = '{}' OR split_part(story.language, '-', 1) = ANY (languages)))`,
  Prisma.sql`NOT ${accountId}::uuid = ANY (${storyColumns.team})`,
  Prisma.sql`NOT EXISTS (SELECT FROM story_follow WHERE follower_id = ${profileId}::uuid AND story_id = story.id)`,
  Prisma.sql`NOT EXISTS (SELECT FROM profile_follow WHERE follower_id = ${profileId}::uuid AND followee_id = lead_id)`,
  Prisma.sql`NOT EXISTS (SELECT FROM reading_position WHERE account_id = ${accountId}::uuid AND story_id = story.id)`,
];

const instants: Record<StoryOrder, Prisma.Sql> = {
  latest: Prisma.sql`story.last_published_at`,
  new: Prisma.sql`story.first_published_at`,
  completed: Prisma.sql`story.last_published_at`,
};
