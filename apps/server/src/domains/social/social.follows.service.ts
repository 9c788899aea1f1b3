import type { ByProfile, Following, FollowProfile, FollowStory, ProfileHere } from "@muejam/contracts/social";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.followers.service.ts";
import * as story from "../story/story.counters.service.ts";
import { findStory } from "../story/story.subjects.service.ts";
import { reveal, revealOrRefuse, type Subject, unblocked, viewerOf } from "../visibility/visibility.service.ts";
import { FollowRequested, ProfileFollowed } from "./social.events.ts";
import * as repo from "./social.follows.repo.ts";
import { assertNotOwn, isOwn, type Worked } from "./social.policy.ts";
import * as requests from "./social.requests.repo.ts";

export function followProfile(ctx: Ctx<Holder>, input: FollowProfile): Promise<Following> {
  const follow = { followerId: ctx.actor.profileId, followeeId: input.profileId };
  return change(ctx, input.isFollowing, {
    find: ({ db }) => profile.findFollowed(db, follow.followeeId),
    begin: async (tx, { isFollowersOnly }) => {
      if (isFollowersOnly && !(await repo.hasProfileFollow(tx.db, follow))) return ask(tx, follow);
      const isNew = await repo.insertProfileFollow(tx.db, follow, tx.now);
      if (isNew) tx.emit(ProfileFollowed, follow);
      return isNew ? "begun" : "old";
    },
    end: async ({ db }) => {
      await requests.deleteRequest(db, follow);
      return repo.deleteProfileFollow(db, follow);
    },
    count: (tx, step) => profile.countFollower(tx, follow.followeeId, step),
  });
}

export function followStory(ctx: Ctx<Holder>, { storyId, isFollowing }: FollowStory): Promise<Following> {
  const follow = { followerId: ctx.actor.profileId, storyId };
  return change(ctx, isFollowing, {
    find: ({ db }) => findStory(db, storyId),
    begin: async (tx) => ((await repo.insertStoryFollow(tx.db, follow, tx.now)) ? "begun" : "old"),
    end: ({ db }) => repo.deleteStoryFollow(db, follow),
    count: (tx, step) => story.countFollower(tx, storyId, step),
  });
}

export async function profileHere(ctx: Ctx<Holder>, { profileId }: ByProfile): Promise<ProfileHere> {
  const follow = { followerId: ctx.actor.profileId, followeeId: profileId };
  const [viewer, found, { isFollowing, hasAsked }] = await Promise.all([
    viewerOf(ctx),
    profile.findFollowed(ctx.db, profileId),
    requests.findTie(ctx.db, follow),
  ]);
  const face = revealOrRefuse(unblocked(viewer), found);
  const isBlocked = viewer.blocked.includes(profileId);
  const isRequested = hasAsked && face.isFollowersOnly;
  const isMuted = viewer.muted.includes(profileId);
  return { isFollowing, isRequested, isOwn: isOwn(ctx.actor, face), isBlocked, isMuted };
}

/** A closed face is nobody's follower any more. */
export async function endFollows(ctx: Ctx<System>, { profileId }: ByProfile): Promise<void> {
  await transact(ctx, async (tx) => {
    const { profileIds, storyIds } = await repo.deleteFollowsOf(tx.db, profileId);
    // Stories before faces, as whoever publishes counts them.
    await story.loseFollower(tx, storyIds);
    await profile.loseFollower(tx, profileIds);
    return null;
  });
}

async function ask(tx: Tx, follow: { followerId: string; followeeId: string }): Promise<"asked"> {
  if (await requests.insertRequest(tx.db, follow, tx.now)) tx.emit(FollowRequested, follow);
  return "asked";
}

type Followable<Thing extends Subject & Worked & { followerCount: number }> = {
  find: (tx: Tx) => Promise<Thing | null>;
  begin: (tx: Tx, thing: Thing) => Promise<"begun" | "old" | "asked">;
  /** False when there was nothing to end. */
  end: (tx: Tx) => Promise<boolean>;
  count: (tx: Tx, step: 1 | -1) => Promise<number>;
};

/** Whoever may no longer see a thing can still leave it, and is told nothing of it. */
async function change<Thing extends Subject & Worked & { followerCount: number }>(
  ctx: Ctx<Holder>,
  wants: boolean,
  thing: Followable<Thing>,
): Promise<Following> {
  const viewer = await viewerOf(ctx);
  return transact(ctx, async (tx) => {
    const found = await thing.find(tx);
    const seen = wants ? revealOrRefuse(viewer, found) : found && reveal(viewer, found);
    if (wants && seen) assertNotOwn(ctx.actor, seen);
    const outcome = wants && seen ? await thing.begin(tx, seen) : (await thing.end(tx)) ? "ended" : "old";
    const hasChanged = outcome === "begun" || outcome === "ended";
    const followerCount = hasChanged ? await thing.count(tx, wants ? 1 : -1) : (found?.followerCount ?? 0);
    const isRequested = outcome === "asked";
    return { isFollowing: wants && !isRequested, isRequested, followerCount: seen ? followerCount : 0 };
  });
}
