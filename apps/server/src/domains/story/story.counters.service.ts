import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./story.counters.repo.ts";

/** The last statement before the commit: whoever counts the same story waits for it. */
export const countFollower = (tx: Tx, storyId: string, step: 1 | -1): Promise<number> =>
  repo.addFollowers(tx.db, storyId, step);

export const loseFollower = (tx: Tx, ids: readonly string[]): Promise<void> => repo.takeFollower(tx.db, ids);

export const countApplause = (tx: Tx, chapterId: string, by: number): Promise<void> =>
  repo.addApplause(tx.db, chapterId, by);
