import type { Db } from "@muejam/db";

/** By how much the published stories of a face, and their words, become more. */
export type Counts = { stories: number; words: number };

/** The handle of the face that was counted. */
export async function addCounts(db: Db, id: string, { stories, words }: Counts): Promise<string> {
  const { handle } = await db.profile.update({
    where: { id },
    data: { storyCount: { increment: stories }, wordCount: { increment: words } },
    select: { handle: true },
  });
  return handle;
}
