import type { Db } from "@muejam/db";
import type { Subject } from "../visibility/visibility.repo.ts";
import { subjectOf } from "./profile.repo.ts";

export type Followed = Subject & { faces: string[]; isFollowersOnly: boolean; followerCount: number };

export async function findFollowed(db: Db, id: string): Promise<Followed | null> {
  const row = await db.profile.findUnique({
    where: { id },
    select: { accountId: true, state: true, isFollowersOnly: true, followerCount: true },
  });
  if (!row) return null;
  const { isFollowersOnly, followerCount } = row;
  return { ...subjectOf(id, row), faces: [id], isFollowersOnly, followerCount };
}

/** The number of followers after it. */
export async function addFollowers(db: Db, id: string, by: number): Promise<number> {
  const { followerCount } = await db.profile.update({
    where: { id },
    data: { followerCount: { increment: by } },
    select: { followerCount: true },
  });
  return followerCount;
}

/** One of each, in the order of their ids, so that no two that count wait for each other. */
export async function takeFollower(db: Db, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE profile SET follower_count = follower_count - 1
    WHERE id IN (SELECT id FROM profile WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE)`;
}

/** Its handle; null when it was so already, or is closed. */
export async function setFollowersOnly(db: Db, id: string, isFollowersOnly: boolean): Promise<string | null> {
  const [row] = await db.profile.updateManyAndReturn({
    where: { id, isFollowersOnly: !isFollowersOnly, state: { not: "closed" } },
    data: { isFollowersOnly },
    select: { handle: true },
  });
  return row?.handle ?? null;
}
