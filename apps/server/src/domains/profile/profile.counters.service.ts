import type { Tx } from "../../kernel/transact.ts";
import { addCounts, type Counts } from "./profile.counters.repo.ts";

/** The last statement before the commit: whoever counts the same face waits for it. */
export async function count(tx: Tx, profileId: string, change: Partial<Counts>): Promise<void> {
  const handle = await addCounts(tx.db, profileId, { stories: 0, words: 0, followers: 0, ...change });
  tx.touch(`handle:${handle.toLowerCase()}`);
}
