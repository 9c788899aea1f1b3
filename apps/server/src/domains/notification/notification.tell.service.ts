import { timedId } from "../../kernel/ids.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./notification.telling.repo.ts";

/** Those who hear of it for the first time. */
export async function tell(tx: Tx, profileIds: readonly string[], fact: repo.Fact): Promise<Set<string>> {
  const told = profileIds.map((profileId) => ({ id: timedId(tx.now), profileId }));
  const newly = await repo.tell(tx.db, { fact, told, at: tx.now });
  for (const profileId of newly) tx.announce(profileId);
  return new Set(newly);
}
