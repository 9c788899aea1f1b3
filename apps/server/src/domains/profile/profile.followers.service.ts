import type { Db } from "@muejam/db";
import type { Tx } from "../../kernel/transact.ts";
import { ProfileChanged } from "./profile.events.ts";
import * as repo from "./profile.followers.repo.ts";
import { tagOf } from "./profile.service.ts";

export { subjectColumns as profileColumns } from "./profile.repo.ts";

/** What decides about following a face, and how many do. */
export const findFollowed = (db: Db, id: string): Promise<repo.Followed | null> => repo.findFollowed(db, id);

/** The last statement before the commit: whoever counts the same face waits for it. */
export const countFollower = (tx: Tx, id: string, step: number): Promise<number> => repo.addFollowers(tx.db, id, step);

export const loseFollower = (tx: Tx, ids: readonly string[]): Promise<void> => repo.takeFollower(tx.db, ids);

/** False when it was so already. */
export async function setFollowersOnly(tx: Tx, id: string, isFollowersOnly: boolean): Promise<boolean> {
  const handle = await repo.setFollowersOnly(tx.db, id, isFollowersOnly);
  if (handle === null) return false;
  tx.emit(ProfileChanged, { profileId: id });
  tx.touch(tagOf(handle));
  return true;
}
