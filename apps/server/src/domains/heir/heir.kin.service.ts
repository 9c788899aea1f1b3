import type { ByKinLink, HandedOver, HandOver, KinAnswer, KinQuestion, OfProfile } from "@muejam/contracts/heir";
import type { Db } from "@muejam/db";
import type { Holder, Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { remember } from "../profile/profile.memorial.service.ts";
import { entrust } from "../story/story.parts.service.ts";
import { type Asked, assertAsked, assertDue, assertNotOneself } from "./heir.policy.ts";
import * as repo from "./heir.repo.ts";
import { linkPurpose } from "./heir.service.ts";

/** What the mail asked: looking changes nothing. */
export async function question(ctx: Ctx<Member>, { token }: ByKinLink): Promise<KinQuestion> {
  const { face, afterMonths, state } = await readAsked(ctx, ctx.db, token);
  return { face, afterMonths, state };
}

/** The face that answers is the one that will have the stories in its hands; it may think better of it. */
export function answer(ctx: Ctx<Member>, { token, isAccepted }: KinAnswer): Promise<KinQuestion> {
  return transact(ctx, async (tx) => {
    const { profileId, ownerId, face, afterMonths } = await readAsked(ctx, tx.db, token);
    assertNotOneself(ownerId, ctx.actor.accountId);
    const state = isAccepted ? "accepted" : "declined";
    await repo.putAnswer(tx.db, profileId, { state, heirId: isAccepted ? ctx.actor.profileId : null });
    tx.audit({ act: `heir.${state}`, subject: `profile:${profileId}`, detail: { by: ctx.actor.profileId } });
    return { face, afterMonths, state };
  });
}

/** The heir confirms that it is time. */
export function takeOver(ctx: Ctx<Member>, { profileId }: OfProfile): Promise<HandedOver> {
  return transact(ctx, async (tx) => {
    const wish = await repo.findWish(tx.db, profileId);
    assertDue(wish?.heir?.id === ctx.actor.profileId ? wish : null);
    return handOver(tx, wish, "heir:confirmed");
  });
}

/** Or staff do, for an heir who cannot. */
export function handOverByStaff(ctx: Ctx<Holder>, { profileId, purpose }: HandOver): Promise<HandedOver> {
  return transact(ctx, async (tx) => {
    const wish = await repo.findWish(tx.db, profileId);
    assertDue(wish);
    return handOver(tx, wish, purpose);
  });
}

async function handOver(tx: Tx, wish: repo.WishRow | null, purpose: string): Promise<HandedOver> {
  if (!wish?.heir || !(await repo.putDone(tx.db, wish.profileId, tx.now))) throw new AppError("NOT_FOUND");
  const stories = await entrust(tx, { from: wish.profileId, to: wish.heir.id });
  await remember(tx, wish.profileId);
  const detail = { to: wish.heir.id, stories };
  tx.audit({ act: "heir.handed_over", subject: `profile:${wish.profileId}`, purpose, detail });
  return { stories };
}

async function readAsked(ctx: Ctx, db: Db, token: string): Promise<repo.WishRow & Asked> {
  const [profileId = "", namedAt] = ctx.keys.verify(linkPurpose, token)?.split(" ") ?? [];
  const wish = profileId === "" ? null : await repo.findWish(db, profileId);
  assertAsked(wish, namedAt);
  return wish;
}
