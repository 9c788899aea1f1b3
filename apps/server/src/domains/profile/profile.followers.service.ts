import type { Db } from "@muejam/db";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./profile.followers.repo.ts";

export { subjectColumns as profileColumns } from "./profile.repo.ts";

/** What decides about following a face, and how many do. */
export const findFollowed = (db: Db, id: string): Promise<repo.Followed | null> => repo.findFollowed(db, id);

/** The last statement before the commit: whoever counts the same face waits for it. */
export const countFollower = (tx: Tx, id: string, step: 1 | -1): Promise<number> => repo.addFollowers(tx.db, id, step);

export const loseFollower = (tx: Tx, ids: readonly string[]): Promise<void> => repo.takeFollower(tx.db, ids);
