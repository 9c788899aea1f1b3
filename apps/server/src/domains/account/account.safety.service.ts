import type { PageInput } from "@muejam/contracts/page";
import type { SecurityEvent, SecurityEventPage, SecurityKind } from "@muejam/contracts/security-event";
import type { Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import type { Issuer } from "../../kernel/identity.ts";
import { timedId } from "../../kernel/ids.ts";
import { readPage } from "../../kernel/page.ts";
import type { Tx } from "../../kernel/transact.ts";
import { findAccountId } from "./account.repo.ts";
import * as repo from "./account.safety.repo.ts";

export type SafetyNote = { kind: SecurityKind; detail?: SecurityEvent["detail"] };

const shownDays = 90;

/** What happened to one's account lately, newest first. */
export async function listEvents(ctx: Ctx<Member>, { cursor, limit }: PageInput): Promise<SecurityEventPage> {
  const { accountId } = ctx.actor;
  // The cursor is signed for a face of theirs: an account's id is in nothing that leaves the server.
  const list = `account.securityEvents:${ctx.actor.profileId}`;
  const since = daysBefore(ctx.now(), shownDays);
  return readPage(
    { keys: ctx.keys, list, cursor, limit },
    (after, take) => repo.listSecurityEvents(ctx.db, { accountId, since, after, take }),
    ({ at, id }) => ({ at, id }),
  );
}

/** What its owner may read later about their account's safety: codes and ids, no words. */
export const note = (tx: Tx, accountId: string, { kind, detail = {} }: SafetyNote): Promise<void> =>
  repo.insertSecurityEvent(tx.db, { id: timedId(tx.now), accountId, kind, at: tx.now, detail });

/** Whoever has signed in but never called has no account yet, and nothing to look back at. */
export async function noteOf(tx: Tx, who: { issuer: Issuer; subject: string }, event: SafetyNote): Promise<void> {
  const accountId = await findAccountId(tx.db, who);
  if (accountId) await note(tx, accountId, event);
}
