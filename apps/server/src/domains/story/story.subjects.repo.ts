import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

/** What decides about a story, for a query that joins its lead as `lead`. */
export const storyColumns: SubjectColumns = {
  face: Prisma.sql`lead.id`,
  state: Prisma.sql`lead.state`,
  team: Prisma.sql`ARRAY(SELECT face.account_id FROM collaborator JOIN profile AS face ON face.id = profile_id
    WHERE story_id = story.id)`,
  isPublished: Prisma.sql`story.chapter_count > 0`,
  isForFollowers: Prisma.sql`lead.is_followers_only`,
  isMature: Prisma.sql`story.rating = 'mature'`,
};
export const chapterColumns: SubjectColumns = { ...storyColumns, isPublished: Prisma.sql`chapter.state = 'published'` };

/** `faces` are the team's profiles, which a key may know; `team` are its accounts, which nobody may. */
type Worked = Subject & { storyId: string; leadId: string; faces: string[] };
export type StorySubject = Worked & { followerCount: number };
export type ChapterSubject = Worked & { chapterId: string };

export async function findStory(db: Db, id: string): Promise<StorySubject | null> {
  const [row] = await db.$queryRaw<Raw<StorySubject>[]>`
    SELECT story.follower_count AS "followerCount", ${worked} ${decisive(storyColumns)}
    FROM story JOIN profile AS lead ON lead.id = lead_id WHERE story.id = ${id}::uuid`;
  return row ? parsed(row) : null;
}

export async function findChapter(db: Db, id: string): Promise<ChapterSubject | null> {
  const [row] = await db.$queryRaw<Raw<ChapterSubject>[]>`
    SELECT chapter.id AS "chapterId", ${worked} ${decisive(chapterColumns)}
    FROM chapter JOIN story ON story.id = story_id JOIN profile AS lead ON lead.id = lead_id
    WHERE chapter.id = ${id}::uuid`;
  return row ? parsed(row) : null;
}

const worked = Prisma.sql`story.id AS "storyId", lead.id AS "leadId",
  ARRAY(SELECT profile_id FROM collaborator WHERE story_id = story.id) AS faces,`;

type Raw<T> = Omit<T, "state"> & { state: string };
const parsed = <T extends { state: string }>(row: T) => ({ ...row, state: ProfileState.parse(row.state) });
