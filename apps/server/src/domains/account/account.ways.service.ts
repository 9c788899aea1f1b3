import type { Ways } from "@muejam/contracts/ways";
import type { Db } from "@muejam/db";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import type { Tx } from "../../kernel/transact.ts";
import { assertLive } from "./account.ending.service.ts";
import { assertNotLastWay } from "./account.passkeys.policy.ts";
import { countPasskeys } from "./account.passkeys.repo.ts";
import { assertProvenLately } from "./account.policy.ts";
import type { Proven } from "./account.refresh.service.ts";

/** Whoever holds only a session must not leave with a way in of their own. */
export async function proveSelf(ctx: Ctx, identity: Identity): Promise<{ subject: string; name: string }> {
  await assertLive(ctx, identity);
  assertProvenLately({ session: identity }, ctx.now());
  const { subject } = identity;
  const name = (await ctx.accounts.find(ctx.db, subject))?.email;
  if (!name) throw new AppError("SESSION_ENDED");
  return { subject, name };
}

/** For what a browser left open must not give away: the tokens of this session say from now on that its owner was there. */
export async function keepProof(ctx: Ctx, tx: Tx, session: Omit<Proven, "provenAt">): Promise<Proven> {
  await ctx.accounts.proveSession(tx.db, session.sessionId, tx.now);
  return { ...session, provenAt: tx.now };
}

export async function readWays(ctx: Ctx, identity: Identity): Promise<Ways> {
  await assertLive(ctx, identity);
  const { passkeys, ...ways } = await waysOf(ctx, ctx.db, identity.subject);
  return { ...ways, hasPasskey: passkeys > 0 };
}

/** After one was taken away. */
export async function assertWayLeft(ctx: Ctx, tx: Tx, subject: string): Promise<void> {
  const { hasPassword, passkeys, providers } = await waysOf(ctx, tx.db, subject);
  assertNotLastWay({ hasPassword, others: passkeys + providers.length });
}

/** A provider without its keys leads nowhere. */
async function waysOf({ accounts }: Ctx, db: Db, subject: string) {
  const hasPassword = (await accounts.findPasswordHash(db, subject)) !== null;
  const passkeys = await countPasskeys(db, subject);
  const linked = (await accounts.listLinks(db, subject)).map(({ provider }) => provider);
  return {
    hasPassword,
    passkeys,
    providers: linked.filter((provider) => accounts.providers.offered.includes(provider)),
  };
}
