import type { Choices } from "@muejam/contracts/notification";
import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import type { KeyRing } from "../../kernel/keys.ts";
import { transact } from "../../kernel/transact.ts";
import { findAccountId } from "../profile/profile.service.ts";
import * as repo from "./notification.choices.repo.ts";
import { assertGenuine } from "./notification.policy.ts";

export const choices = async (ctx: Ctx<Holder>): Promise<Choices> => ({
  isMailedOfChapters: await isMailed(ctx.db, ctx.actor.accountId),
});

export const choose = (ctx: Ctx<Holder>, { isMailedOfChapters }: Choices): Promise<Choices> =>
  transact(ctx, async (tx) => {
    await repo.choose(tx.db, ctx.actor.accountId, isMailedOfChapters);
    return { isMailedOfChapters };
  });

/** Mail of new chapters comes until somebody says no. */
export const isMailed = async (db: Db, accountId: string): Promise<boolean> =>
  (await repo.findIsMailed(db, accountId)) ?? true;

export async function listMailed(db: Db, accountIds: readonly string[]): Promise<Set<string>> {
  const refusing = new Set(await repo.listRefusing(db, accountIds));
  return new Set(accountIds.filter((id) => !refusing.has(id)));
}

const purpose = "notification.unsubscribe";

/** Names a face, which its reader knows, and speaks for the account behind it. It does not expire: old mails keep their way out. */
export const unsubscribeLink = ({ keys, publicUrl }: { keys: KeyRing; publicUrl: string }, profileId: string): string =>
  `${publicUrl}/unsubscribe?token=${keys.sign(purpose, profileId)}`;

export const isUnsubscribeToken = (ctx: Ctx, token: string): boolean => ctx.keys.verify(purpose, token) !== null;

/** Whoever holds the link may, signed in or not. */
export async function unsubscribe(ctx: Ctx, token: string): Promise<void> {
  const profileId = ctx.keys.verify(purpose, token);
  assertGenuine(profileId);
  await transact(ctx, async (tx) => {
    const accountId = await findAccountId(tx.db, profileId);
    assertGenuine(accountId);
    await repo.choose(tx.db, accountId, false);
    return null;
  });
}
