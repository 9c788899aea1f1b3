import { type Choices, type ChoicesChange, MailedKind } from "@muejam/contracts/notification";
import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import type { KeyRing } from "../../kernel/keys.ts";
import { transact } from "../../kernel/transact.ts";
import { findAccountId } from "../profile/profile.service.ts";
import * as repo from "./notification.choices.repo.ts";
import { assertGenuine } from "./notification.policy.ts";

export const choices = (ctx: Ctx<Holder>): Promise<Choices> => read(ctx.db, ctx.actor.accountId);

export const choose = (ctx: Ctx<Holder>, change: ChoicesChange): Promise<Choices> =>
  transact(ctx, async (tx) => {
    const { accountId } = ctx.actor;
    const chosen = MailedKind.options.flatMap((kind) => {
      const isMailed = change[names[kind]];
      return isMailed === undefined ? [] : [{ kind, isMailed }];
    });
    if (chosen.length > 0) await repo.choose(tx.db, accountId, chosen);
    return read(tx.db, accountId);
  });

/** Mail of every kind comes until somebody says no. */
async function read(db: Db, accountId: string): Promise<Choices> {
  const refused = await repo.listRefused(db, accountId);
  return {
    isMailedOfChapters: !refused.has("chapter-published"),
    isMailedOfInvitations: !refused.has("team-invited"),
  };
}

const names = {
  "chapter-published": "isMailedOfChapters",
  "team-invited": "isMailedOfInvitations",
} as const satisfies Record<MailedKind, keyof Choices>;

export const isMailed = async (db: Db, accountId: string, kind: MailedKind): Promise<boolean> =>
  !(await repo.listRefused(db, accountId)).has(kind);

export async function listMailed(db: Db, accountIds: readonly string[], kind: MailedKind): Promise<Set<string>> {
  const refusing = new Set(await repo.listRefusing(db, accountIds, kind));
  return new Set(accountIds.filter((id) => !refusing.has(id)));
}

/** Older mails name no kind: they are all of chapters. */
const purposes: Record<MailedKind, string> = {
  "chapter-published": "notification.unsubscribe",
  "team-invited": "notification.unsubscribe.team-invited",
};

/** Names a face, which its reader knows, and speaks for the account behind it. It does not expire: old mails keep their way out. */
export const unsubscribeLink = (
  { keys, publicUrl }: { keys: KeyRing; publicUrl: string },
  profileId: string,
  kind: MailedKind,
): string => `${publicUrl}/unsubscribe?token=${keys.sign(purposes[kind], profileId)}`;

/** Of which mails a link is the way out, and of whose; null when it is not ours. */
export function wayOut(ctx: Ctx, token: string): { kind: MailedKind; profileId: string } | null {
  for (const kind of MailedKind.options) {
    const profileId = ctx.keys.verify(purposes[kind], token);
    if (profileId !== null) return { kind, profileId };
  }
  return null;
}

/** Whoever holds the link may, signed in or not. */
export async function unsubscribe(ctx: Ctx, token: string): Promise<MailedKind> {
  const found = wayOut(ctx, token);
  assertGenuine(found);
  const { kind, profileId } = found;
  await transact(ctx, async (tx) => {
    const accountId = await findAccountId(tx.db, profileId);
    assertGenuine(accountId);
    await repo.choose(tx.db, accountId, [{ kind, isMailed: false }]);
    return null;
  });
  return kind;
}
