import type { NewStory, Notice, Rating, StoryInput, StoryStatus } from "@muejam/contracts/story";
import type { Db } from "@muejam/db";

/** What stands in the story's own row. */
export type StoryWords = Omit<StoryInput, "genres" | "tags" | "notices">;
type Begun = StoryWords & Pick<NewStory, "id"> & { ref: string; leadId: string; createdAt: Date };

/** False when the id or the short address is taken. */
export async function insertStory(db: Db, { createdAt, ...story }: Begun): Promise<boolean> {
  const { count } = await db.story.createMany({
    data: [{ ...story, createdAt, updatedAt: createdAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function findLeadId(db: Db, id: string): Promise<string | null> {
  const row = await db.story.findUnique({ where: { id }, select: { leadId: true } });
  return row?.leadId ?? null;
}

export type NewCollaborator = { storyId: string; profileId: string; rights: readonly string[]; joinedAt: Date };

export async function insertCollaborator(db: Db, { rights, ...who }: NewCollaborator): Promise<void> {
  await db.collaborator.createMany({ data: [{ ...who, rights: [...rights] }] });
}

/** What a change is judged by, and the rating and tags as they were. Others that change the story wait. */
export type Standing = {
  ref: string;
  rights: string[] | null;
  isPublic: boolean;
  rating: Rating;
  status: StoryStatus;
  slugs: string[];
  leadHandle: string;
};

export async function lockForChange(db: Db, id: string, profileId: string): Promise<Standing | null> {
  await db.$queryRaw`SELECT id FROM story WHERE id = ${id}::uuid FOR UPDATE`;
  const [row] = await db.$queryRaw<Standing[]>`
    SELECT ref, own.rights, chapter_count > 0 AS "isPublic", rating, status, lead.handle::text AS "leadHandle",
      ARRAY(SELECT slug FROM story_tag JOIN tag ON tag.id = tag_id WHERE story_id = story.id) AS slugs
    FROM story
    JOIN profile AS lead ON lead.id = lead_id
    LEFT JOIN collaborator AS own ON own.story_id = story.id AND own.profile_id = ${profileId}::uuid
    WHERE story.id = ${id}::uuid`;
  return row ?? null;
}

export async function updateStory(db: Db, id: string, { words, at }: { words: StoryWords; at: Date }): Promise<void> {
  await db.story.updateMany({ where: { id }, data: { ...words, updatedAt: at } });
}

export async function replaceTags(db: Db, storyId: string, tagIds: readonly string[]): Promise<void> {
  await db.storyTag.deleteMany({ where: { storyId } });
  await db.storyTag.createMany({ data: tagIds.map((tagId, position) => ({ storyId, tagId, position })) });
}

export async function replaceNotices(db: Db, storyId: string, notices: readonly Notice[]): Promise<void> {
  await db.storyNotice.deleteMany({ where: { storyId } });
  await db.storyNotice.createMany({ data: notices.map((notice) => ({ storyId, notice })) });
}
