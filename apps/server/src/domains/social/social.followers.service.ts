import type { Db } from "@muejam/db";
import * as repo from "./social.followers.repo.ts";
import { hasProfileFollow } from "./social.follows.repo.ts";

export type { Follower } from "./social.followers.repo.ts";

/** For telling them; nobody is shown who follows whom. */
export const listFollowers = (db: Db, query: repo.FollowerQuery): Promise<repo.Follower[]> =>
  repo.listFollowers(db, query);

export const isFollowing = (db: Db, follow: { followerId: string; followeeId: string }): Promise<boolean> =>
  hasProfileFollow(db, follow);
