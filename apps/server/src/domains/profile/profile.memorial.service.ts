import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./profile.closing.repo.ts";
import { tagOf } from "./profile.service.ts";

/** The page stays, and says that its author is gone. */
export async function remember(tx: Tx, id: string): Promise<void> {
  tx.touch(...(await repo.setMemorial(tx.db, [id], tx.now)).map(tagOf));
}

/** Whoever comes back finds their page as they left it. */
export async function forgetReturned(tx: Tx, take: number): Promise<void> {
  tx.touch(...(await repo.setMemorial(tx.db, await repo.listReturned(tx.db, take), null)).map(tagOf));
}

/** With its stories: its owner wanted it so. */
export const closeAsWished = (tx: Tx, id: string): Promise<void> => repo.closeAt(tx.db, id, tx.now);
