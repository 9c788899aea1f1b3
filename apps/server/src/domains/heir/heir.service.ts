import type { Entrusted, OfProfile, OwnWish, Wishes, WishInput } from "@muejam/contracts/heir";
import type { Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { addressOf } from "../account/account.addresses.service.ts";
import * as profile from "../profile/profile.service.ts";
import { assertMine, assertNotOneself } from "./heir.policy.ts";
import * as repo from "./heir.repo.ts";

/** What addresses and handles of kin are sealed for, and what their links are signed for. */
const purpose = "heir.to";
export const linkPurpose = "heir.asked";

/** What was wished for each of one's faces, and what is entrusted to the one that asks. */
export async function wishes(ctx: Ctx<Member>): Promise<Wishes> {
  const { accountId, profileId } = ctx.actor;
  const [own, entrusted] = [await repo.listOfAccount(ctx.db, accountId), await repo.listEntrusted(ctx.db, profileId)];
  return { own: own.map((row) => toOwn(ctx, row)), entrusted: entrusted.map(toEntrusted) };
}

/** Whoever is named is asked by mail; whether there is such a person is said to nobody. */
export function setWish(ctx: Ctx<Member>, input: WishInput): Promise<Wishes> {
  const { profileId, wish, afterMonths } = input;
  const to = input.wish === "hand-over" ? input.to : null;
  return transact(ctx, async (tx) => {
    assertMine(await profile.findAccountId(tx.db, profileId), ctx.actor.accountId);
    const toSealed = to && ctx.keys.encrypt(purpose, to);
    const state = to === null ? null : "asked";
    await repo.putWish(tx.db, { profileId, wish, afterMonths, toSealed, state, namedAt: tx.now });
    tx.audit({ act: "heir.wished", subject: `profile:${profileId}`, detail: { wish, afterMonths } });
    if (to !== null) await ask(ctx, tx, { profileId, to, months: afterMonths });
    return wishes({ ...ctx, db: tx.db });
  });
}

export function removeWish(ctx: Ctx<Member>, { profileId }: OfProfile): Promise<Wishes> {
  return transact(ctx, async (tx) => {
    assertMine(await profile.findAccountId(tx.db, profileId), ctx.actor.accountId);
    if (!(await repo.deleteWish(tx.db, profileId))) throw new AppError("NOT_FOUND");
    tx.audit({ act: "heir.wish_removed", subject: `profile:${profileId}` });
    return wishes({ ...ctx, db: tx.db });
  });
}

type Question = { profileId: string; to: string; months: number };

async function ask(ctx: Ctx<Member>, tx: Tx, { profileId, to, months }: Question): Promise<void> {
  const here = { ...ctx, db: tx.db };
  const wish = await repo.findWish(tx.db, profileId);
  const address = to.startsWith("@") ? await addressBehind(here, to.slice(1)) : to;
  if (!wish || address === null) return;
  const at = wish.namedAt.toISOString();
  const token = ctx.keys.sign(linkPurpose, `${profileId} ${at}`);
  const link = `${ctx.publicUrl}/next-of-kin?token=${token}`;
  await sendMail(tx, {
    template: "kin-asked",
    props: { face: wish.face.displayName, at, months, link },
    to: address,
    key: `kin-asked:${profileId}:${at}`,
    reason: "account",
  });
}

async function addressBehind(ctx: Ctx<Member>, handle: string): Promise<string | null> {
  const id = await profile.idOf(ctx, handle);
  const accountId = id && (await profile.findAccountId(ctx.db, id));
  if (!accountId) return null;
  assertNotOneself(ctx.actor.accountId, accountId);
  return addressOf(ctx, accountId);
}

const toOwn = (ctx: Ctx, { profileId, wish, afterMonths, toSealed, state, heir }: repo.WishRow): OwnWish => ({
  profileId,
  wish,
  afterMonths,
  to: toSealed && ctx.keys.decrypt(purpose, toSealed),
  state,
  heir,
});

const toEntrusted = ({ face, afterMonths, dueAt, doneAt }: repo.WishRow): Entrusted => ({
  face,
  afterMonths,
  canTakeOver: dueAt !== null && doneAt === null,
  isDone: doneAt !== null,
});
