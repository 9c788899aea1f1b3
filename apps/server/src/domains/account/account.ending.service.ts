import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity, Issuer } from "../../kernel/identity.ts";
import type { Tx } from "../../kernel/transact.ts";
import { deleteUnseen } from "./account.devices.repo.ts";
import { type EndReason, SessionEnded } from "./account.events.ts";
import { deleteWrongBefore } from "./account.guesses.repo.ts";
import { revokeAll } from "./account.keys.repo.ts";
import { deleteFormerAddresses } from "./account.moving.repo.ts";
import { deleteGone, findAccountId } from "./account.repo.ts";
import { note } from "./account.safety.service.ts";
import * as repo from "./account.sessions.repo.ts";

export type Ending = { issuer: Issuer; subject: string; sessionIds: readonly string[]; reason: EndReason };

/** Beyond the life of any token that names the session, with room for clocks that differ. */
const rememberedMs = 24 * 3_600_000;
const usedKeptDays = 7;
/** As long as the cookie of a browser lives. */
const deviceKeptDays = 400;

/** Tokens are believed until they expire; whoever does something sensitive, or holds a stream open, asks here as well. */
export const isSessionEnded = (
  ctx: Ctx,
  { issuer, sessionId }: { issuer: Issuer; sessionId: string },
): Promise<boolean> => repo.isSessionEnded(ctx.db, issuer, sessionId);

/** At the built-in issuer's own door, where only its own sessions mean anything. */
export async function assertLive(ctx: Ctx, identity: Identity): Promise<void> {
  if (identity.issuer !== "built-in" || (await isSessionEnded(ctx, identity))) throw new AppError("SESSION_ENDED");
}

export async function endSessions(ctx: Ctx, tx: Tx, { issuer, subject, sessionIds, reason }: Ending): Promise<void> {
  if (sessionIds.length === 0) return;
  if (issuer === "built-in") {
    await ctx.accounts.endSessions(tx.db, sessionIds);
    await repo.endFamilies(tx.db, [...sessionIds], tx.now);
  }
  const expiresAt = new Date(tx.now.getTime() + rememberedMs);
  const ended = await repo.insertEndedSessions(
    tx.db,
    sessionIds.map((sessionId) => ({ issuer, sessionId, endedAt: tx.now, expiresAt })),
  );
  for (const sessionId of ended) tx.emit(SessionEnded, { issuer, subject, sessionId, reason });
}

type AllBut = { subject: string; but?: string; reason: EndReason };

/** A list shows the newest only, and whoever opened many could hide an older one behind them. Answers whether there was any. */
export async function endAllSessions(ctx: Ctx, tx: Tx, { subject, but, reason }: AllBut): Promise<boolean> {
  for (let wasAny = false; ; wasAny = true) {
    const newest = await ctx.accounts.listSessions(tx.db, subject);
    const sessionIds = newest.map(({ id }) => id).filter((id) => id !== but);
    if (sessionIds.length === 0) return wasAny;
    await endSessions(ctx, tx, { issuer: "built-in", subject, sessionIds, reason });
  }
}

/** Whoever had found a way in beside the owner has none any more: sessions end, and so do the keys made in them. */
export async function shutOut(ctx: Ctx, tx: Tx, { subject, reason }: Omit<AllBut, "but">): Promise<void> {
  await endAllSessions(ctx, tx, { subject, reason });
  const accountId = await findAccountId(tx.db, { issuer: "built-in", subject });
  if (accountId) await revokeAllKeys(tx, accountId);
}

export async function revokeAllKeys(tx: Tx, accountId: string): Promise<void> {
  const keyIds = await revokeAll(tx.db, accountId, tx.now);
  tx.touch(...keyIds.map((id) => `key:${id}`));
  if (keyIds.length > 0) await note(tx, accountId, { kind: "keys_revoked", detail: { count: keyIds.length } });
}

export async function purge(ctx: Ctx<System>): Promise<void> {
  // A purge that stops halfway has done no harm, so its parts need no transaction.
  const now = ctx.now();
  await repo.deleteOld(ctx.db, { now, usedBefore: daysBefore(now, usedKeptDays) });
  await deleteFormerAddresses(ctx.db, now);
  await deleteUnseen(ctx.db, daysBefore(now, deviceKeptDays));
  await deleteWrongBefore(ctx.db, daysBefore(now, 1));
  await deleteGone(ctx.db, now);
  await ctx.accounts.deleteExpired(ctx.db);
}
