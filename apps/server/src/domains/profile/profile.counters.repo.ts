import type { Db } from "@muejam/db";

/** What is counted of a face, or by how much that changes. */
export type Counts = { stories: number; words: number; followers: number };

/** The handle of the face that was counted. */
export async function addCounts(db: Db, id: string, { stories, words, followers }: Counts): Promise<string> {
  const { handle } = await db.profile.update({
    where: { id },
    data: {
      storyCount: { increment: stories },
      wordCount: { increment: words },
      followerCount: { increment: followers },
    },
    select: { handle: true },
  });
  return handle;
}
