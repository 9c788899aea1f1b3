import type { Tx } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.followers.service.ts";
import * as story from "../story/story.counters.service.ts";
import * as repo from "./social.ties.repo.ts";

/** Two faces follow nothing of each other any more, and wait for nothing. */
export async function cutTies(tx: Tx, one: string, other: string): Promise<void> {
  const { profileIds, storyIds } = await repo.deleteBetween(tx.db, one, other);
  // Stories before faces, as whoever publishes counts them.
  if (storyIds.length > 0) await story.loseFollower(tx, storyIds);
  if (profileIds.length > 0) await profile.loseFollower(tx, profileIds);
}
