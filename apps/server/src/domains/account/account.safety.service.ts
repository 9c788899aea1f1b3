import type { Issuer } from "../../kernel/identity.ts";
import { timedId } from "../../kernel/ids.ts";
import type { Tx } from "../../kernel/transact.ts";
import { findAccountId, insertSecurityEvent } from "./account.repo.ts";

export type SafetyNote = { kind: string; detail?: Record<string, string | number | boolean> };

/** What its owner may read later about their account's safety: codes and ids, no words. */
export const note = (tx: Tx, accountId: string, { kind, detail = {} }: SafetyNote): Promise<void> =>
  insertSecurityEvent(tx.db, { id: timedId(tx.now), accountId, kind, at: tx.now, detail });

/** Whoever has signed in but never called has no account yet, and nothing to look back at. */
export async function noteOf(tx: Tx, who: { issuer: Issuer; subject: string }, event: SafetyNote): Promise<void> {
  const accountId = await findAccountId(tx.db, who);
  if (accountId) await note(tx, accountId, event);
}
