import { ChapterState, StoryRight } from "@muejam/contracts/story";
import type { Db } from "@muejam/db";

/** A chapter and the story it stands in, for whoever writes. */
export type StoryChapter = {
  chapterId: string;
  storyId: string;
  ref: string;
  /** The story's. */
  title: string;
  language: string;
  leadId: string;
  authorHandle: string;
  state: ChapterState;
  number: number | null;
  currentEditionId: string | null;
};

type Row = Omit<StoryChapter, "state"> & { state: string; rights: string[] | null };

/** With what this profile may do there; null for somebody outside the team, and for all where the lead is gone. */
export async function findChapter(
  db: Db,
  chapterId: string,
  profileId: string | null,
): Promise<{ chapter: StoryChapter; rights: StoryRight[] | null } | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT chapter.id AS "chapterId", story.id AS "storyId", story.ref, story.title, story.language,
      story.lead_id AS "leadId", lead.handle::text AS "authorHandle",
      chapter.state, chapter.number, chapter.current_edition_id AS "currentEditionId", collaborator.rights
    FROM chapter
    JOIN story ON story.id = chapter.story_id
    JOIN profile AS lead ON lead.id = story.lead_id
    LEFT JOIN collaborator ON collaborator.story_id = story.id AND collaborator.profile_id = ${profileId}::uuid
      AND lead.state <> 'closed'
    WHERE chapter.id = ${chapterId}::uuid`;
  if (!row) return null;
  const { rights, state, ...rest } = row;
  return {
    chapter: { ...rest, state: ChapterState.parse(state) },
    rights: StoryRight.array().nullable().parse(rights),
  };
}

/** Whoever else publishes in, adds to or counts this story waits until this transaction is over. */
export async function lockStoryOf(db: Db, chapterId: string): Promise<void> {
  await db.$queryRaw`
    SELECT id FROM story WHERE id = (SELECT story_id FROM chapter WHERE id = ${chapterId}::uuid) FOR UPDATE`;
}

export async function lockStory(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM story WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Null outside the team, and for all where the lead is gone: their story is. */
export async function findRights(db: Db, storyId: string, profileId: string): Promise<StoryRight[] | null> {
  const [row] = await db.$queryRaw<{ rights: string[] }[]>`
    SELECT rights FROM collaborator JOIN story ON story.id = story_id JOIN profile AS lead ON lead.id = lead_id
    WHERE story_id = ${storyId}::uuid AND profile_id = ${profileId}::uuid AND lead.state <> 'closed'`;
  return row ? StoryRight.array().parse(row.rights) : null;
}
