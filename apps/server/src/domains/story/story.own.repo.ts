import { ProfileState } from "@muejam/contracts/profile";
import { Notice, type OwnStory, Rating, StoryRight, StoryStatus, WhispersFrom } from "@muejam/contracts/story";
import { Genre, Tag } from "@muejam/contracts/tag";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";
import { decisive, type Subject } from "../visibility/visibility.repo.ts";
import { authorColumn, noticesColumn, tagsColumn } from "./story.repo.ts";
import { storyColumns } from "./story.subjects.repo.ts";

/** A story as its team sees it, with what decides that they do. */
export type OwnRow = OwnStory & Subject;

type Row = Omit<OwnRow, "rights" | "genres" | "tags" | "counts" | "createdAt" | "updatedAt" | "lastPublishedAt"> & {
  rights: string[];
  tags: unknown;
  followers: number;
  applause: number;
  createdAt: Date;
  updatedAt: Date;
  lastPublishedAt: Date | null;
};

/** Null when this face is not of its team. */
export async function findOwn(db: Db, id: string, profileId: string): Promise<OwnRow | null> {
  const [row] = await db.$queryRaw<Row[]>`${ofTeam(profileId)} AND story.id = ${id}::uuid`;
  return row ? toOwn(row) : null;
}

export type OwnListQuery = { profileId: string; where: Prisma.Sql; after: Position | null; take: number };

/** Newest first: those that this face has a part in. */
export async function listOwn(db: Db, { profileId, where, after, take }: OwnListQuery): Promise<OwnRow[]> {
  const from = after
    ? Prisma.sql`AND (story.created_at, story.id) < (${new Date(after.at)}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    ${ofTeam(profileId)} AND ${where} ${from} ORDER BY story.created_at DESC, story.id DESC LIMIT ${take}`;
  return rows.map(toOwn);
}

const ofTeam = (profileId: string) => Prisma.sql`
  SELECT story.id, own.rights, ref, title, tagline, blurb, language, rating, story.status, licence, is_ai_reserved AS "isAiReserved",
    whispers_from AS "whispersFrom", chapter_count AS "chapterCount", story.word_count AS "wordCount",
    story.follower_count AS followers, applause_count AS applause, story.created_at AS "createdAt",
    updated_at AS "updatedAt", last_published_at AS "lastPublishedAt", ${authorColumn}, ${tagsColumn}, ${noticesColumn},
    ${decisive(storyColumns)}
  FROM collaborator AS own
  JOIN story ON story.id = own.story_id
  JOIN profile AS lead ON lead.id = lead_id
  WHERE own.profile_id = ${profileId}::uuid`;

function toOwn({ followers, applause, createdAt, updatedAt, lastPublishedAt, ...row }: Row): OwnRow {
  const tags = Tag.array().parse(row.tags);
  return {
    ...row,
    state: ProfileState.parse(row.state),
    rights: StoryRight.array().parse(row.rights),
    rating: Rating.parse(row.rating),
    status: StoryStatus.parse(row.status),
    whispersFrom: WhispersFrom.parse(row.whispersFrom),
    notices: Notice.array().parse(row.notices),
    genres: Genre.array().parse(tags.flatMap(({ kind, slug }) => (kind === "genre" ? [slug] : []))),
    tags: tags.flatMap(({ kind, name }) => (kind === "free" ? [name] : [])),
    counts: { followers, applause },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    lastPublishedAt: lastPublishedAt?.toISOString() ?? null,
  };
}
