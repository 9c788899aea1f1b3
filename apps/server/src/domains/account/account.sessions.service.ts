import type { SessionList, SignIn } from "@muejam/contracts/sign-in";
import type { Device } from "../../kernel/accounts.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import { transact } from "../../kernel/transact.ts";
import { assertLive, endAllSessions, endSessions } from "./account.ending.service.ts";
import { limitSignIn } from "./account.limits.service.ts";
import { findRefreshSession, openFamily, type Refreshed } from "./account.refresh.service.ts";
import { assertOwnSession } from "./account.sessions.policy.ts";

export async function signIn(ctx: Ctx, given: SignIn & { device: Device }): Promise<Refreshed> {
  await limitSignIn(ctx, given.email);
  // The session comes first and alone, for a transaction must not wait for a password to be hashed. Without the
  // refresh token that follows nobody can use it.
  const { person, sessionId, passwordHash } = await ctx.accounts.signIn(ctx.db, given);
  const refreshToken = await transact(ctx, async (tx) => {
    // Hashing takes its time, and whoever chose a new password meanwhile shut the former one out.
    const isCurrent = (await ctx.accounts.findPasswordHash(tx.db, person.subject)) === passwordHash;
    if (!isCurrent) throw new AppError("SIGN_IN_FAILED");
    return openFamily(ctx, tx, sessionId);
  });
  return { person, sessionId, refreshToken };
}

/** Nothing to end is ended already. */
export async function signOut(ctx: Ctx, refreshToken: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const sessionId = await findRefreshSession(ctx, tx, refreshToken);
    const session = sessionId && (await ctx.accounts.findSession(tx.db, sessionId));
    if (!session) return null;
    const { subject } = session;
    await endSessions(ctx, tx, { issuer: "built-in", subject, sessionIds: [sessionId], reason: "signed-out" });
    return null;
  });
}

export async function listSessions(ctx: Ctx, identity: Identity): Promise<SessionList> {
  await assertLive(ctx, identity);
  const sessions = await ctx.accounts.listSessions(ctx.db, identity.subject);
  return {
    sessions: sessions.map(({ id, userAgent, address, createdAt, seenAt }) => ({
      id,
      userAgent,
      address,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      isCurrent: id === identity.sessionId,
    })),
  };
}

export async function revokeSession(ctx: Ctx, identity: Identity, sessionId: string): Promise<void> {
  await assertLive(ctx, identity);
  await transact(ctx, async (tx) => {
    const own = await ctx.accounts.listSessions(tx.db, identity.subject);
    assertOwnSession(own, sessionId);
    await endSessions(ctx, tx, { ...identity, sessionIds: [sessionId], reason: "revoked" });
    tx.audit({ act: "session.revoked", subject: `session:${sessionId}` });
    return null;
  });
}

export async function revokeOtherSessions(ctx: Ctx, identity: Identity): Promise<void> {
  await assertLive(ctx, identity);
  await transact(ctx, async (tx) => {
    const { subject, sessionId } = identity;
    const wasAny = await endAllSessions(ctx, tx, { subject, but: sessionId, reason: "revoked" });
    if (wasAny) tx.audit({ act: "session.othersRevoked", subject: `session:${sessionId}` });
    return null;
  });
}
