import { timedId } from "../../kernel/ids.ts";
import type { Tx } from "../../kernel/transact.ts";
import { insertSecurityEvent } from "./account.repo.ts";

export type SafetyNote = { kind: string; detail?: Record<string, string | number | boolean> };

/** What its owner may read later about their account's safety: codes and ids, no words. */
export const note = (tx: Tx, accountId: string, { kind, detail = {} }: SafetyNote): Promise<void> =>
  insertSecurityEvent(tx.db, { id: timedId(tx.now), accountId, kind, at: tx.now, detail });
