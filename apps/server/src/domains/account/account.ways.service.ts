import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import type { Tx } from "../../kernel/transact.ts";
import { assertLive } from "./account.ending.service.ts";
import { assertNotLastWay } from "./account.passkeys.policy.ts";
import { countPasskeys } from "./account.passkeys.repo.ts";
import { assertProvenLately } from "./account.policy.ts";

/** Whoever holds only a session must not leave with a way in of their own. */
export async function proveSelf(ctx: Ctx, identity: Identity): Promise<{ subject: string; name: string }> {
  await assertLive(ctx, identity);
  assertProvenLately({ session: identity }, ctx.now());
  const { subject } = identity;
  const name = (await ctx.accounts.find(ctx.db, subject))?.email;
  if (!name) throw new AppError("SESSION_ENDED");
  return { subject, name };
}

/** After one was taken away. A provider without its keys leads nowhere. */
export async function assertWayLeft(ctx: Ctx, tx: Tx, subject: string): Promise<void> {
  const { accounts } = ctx;
  const hasPassword = (await accounts.findPasswordHash(tx.db, subject)) !== null;
  const links = await accounts.listLinks(tx.db, subject);
  const open = links.filter(({ provider }) => accounts.providers.offered.includes(provider));
  assertNotLastWay({ hasPassword, others: (await countPasskeys(tx.db, subject)) + open.length });
}
