import type { Db } from "@muejam/db";
import * as repo from "./social.followers.repo.ts";

export type { Follower } from "./social.followers.repo.ts";

/** For telling them; nobody is shown who follows whom. */
export const listFollowers = (db: Db, query: repo.FollowerQuery): Promise<repo.Follower[]> =>
  repo.listFollowers(db, query);

/** Whether somebody follows, and the two may hear of each other. */
export const isHeard = (db: Db, follow: repo.Heard): Promise<boolean> => repo.isHeard(db, follow);

export const isWaiting = (db: Db, follow: { followerId: string; followeeId: string }): Promise<boolean> =>
  repo.isWaiting(db, follow);
