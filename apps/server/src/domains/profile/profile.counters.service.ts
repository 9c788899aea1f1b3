import type { Tx } from "../../kernel/transact.ts";
import { addCounts, type Counts } from "./profile.counters.repo.ts";

/** The last statement before the commit: whoever counts the same face waits for it. */
export async function count(tx: Tx, profileId: string, change: Counts): Promise<void> {
  const handle = await addCounts(tx.db, profileId, change);
  tx.touch(`handle:${handle.toLowerCase()}`);
}
