import type { PageInput } from "@muejam/contracts/page";
import type { Answered, AnswerRequest, ByProfile, FacePage, FollowersOnly, Removed } from "@muejam/contracts/social";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.followers.service.ts";
import { revealList, revealOrRefuse, unblocked, viewerOf } from "../visibility/visibility.service.ts";
import { FollowApproved, ProfileFollowed } from "./social.events.ts";
import * as follows from "./social.follows.repo.ts";
import { assertAsked } from "./social.policy.ts";
import * as repo from "./social.requests.repo.ts";

export const requests = (ctx: Ctx<Holder>, page: PageInput): Promise<FacePage> =>
  listFaces(ctx, page, "requests", repo.listRequests);

/** Also those that were blocked as another face: who reads what is for followers is their author's to decide. */
export const followers = (ctx: Ctx<Holder>, page: PageInput): Promise<FacePage> =>
  listFaces(ctx, page, "followers", repo.listFollowers);

/** A repeat finds the follower, or nobody, and changes nothing. */
export async function answerRequest(ctx: Ctx<Holder>, input: AnswerRequest): Promise<Answered> {
  const viewer = unblocked(await viewerOf(ctx));
  const { profileId: followeeId } = ctx.actor;
  const pair = { followerId: input.profileId, followeeId };
  return transact(ctx, async (tx) => {
    const hasWaited = await repo.deleteRequest(tx.db, { ...pair, isSilent: false });
    if (!input.isApproved) return { isApproved: false };
    assertAsked(hasWaited || (await follows.hasProfileFollow(tx.db, pair)));
    revealOrRefuse(viewer, await profile.findFollowed(tx.db, pair.followerId));
    if (await follows.insertProfileFollow(tx.db, pair, tx.now)) {
      tx.emit(ProfileFollowed, pair);
      tx.emit(FollowApproved, pair);
      await profile.countFollower(tx, followeeId, 1);
    }
    return { isApproved: true };
  });
}

/** They are not told, and may ask again. */
export async function removeFollower(ctx: Ctx<Holder>, { profileId }: ByProfile): Promise<Removed> {
  const { profileId: followeeId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const pair = { followerId: profileId, followeeId, isSilent: false };
    if (await follows.deleteProfileFollow(tx.db, pair)) await profile.countFollower(tx, followeeId, -1);
    return { isFollower: false as const };
  });
}

/** Whoever follows goes on; once everybody may, those who waited do. */
export async function setFollowersOnly(ctx: Ctx<Holder>, input: FollowersOnly): Promise<FollowersOnly> {
  const { profileId } = ctx.actor;
  return transact(ctx, async (tx) => {
    if (await profile.setFollowersOnly(tx, profileId, input.isFollowersOnly)) {
      const change = input.isFollowersOnly
        ? -(await repo.deleteSilent(tx.db, profileId))
        : await repo.letAllIn(tx.db, profileId, tx.now);
      if (change !== 0) await profile.countFollower(tx, profileId, change);
    }
    return input;
  });
}

async function listFaces(
  ctx: Ctx<Holder>,
  { cursor, limit }: PageInput,
  name: string,
  list: typeof repo.listFollowers,
): Promise<FacePage> {
  const { profileId: followeeId } = ctx.actor;
  const viewer = unblocked(await viewerOf(ctx));
  const { profileColumns: columns } = profile;
  const { items, nextCursor } = await readPage(
    { keys: ctx.keys, list: `social.${name}:${followeeId}`, cursor, limit },
    (after, take) => revealList(viewer, columns, (where) => list(ctx.db, { followeeId, columns, where, after, take })),
    ({ at, id }) => ({ at, id }),
  );
  return { items: items.map(({ shown }) => shown), nextCursor };
}
