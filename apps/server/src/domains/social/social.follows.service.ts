import type { ByProfile, Following, FollowProfile, FollowStory, ProfileHere } from "@muejam/contracts/social";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.followers.service.ts";
import * as story from "../story/story.counters.service.ts";
import { findStory } from "../story/story.subjects.service.ts";
import { reveal, revealOrRefuse, type Subject, unblocked, viewerOf } from "../visibility/visibility.service.ts";
import { ProfileFollowed } from "./social.events.ts";
import * as repo from "./social.follows.repo.ts";
import { assertNotOwn, isOwn, type Worked } from "./social.policy.ts";

export function followProfile(ctx: Ctx<Holder>, input: FollowProfile): Promise<Following> {
  const follow = { followerId: ctx.actor.profileId, followeeId: input.profileId };
  return change(ctx, input.isFollowing, {
    find: ({ db }) => profile.findFollowed(db, follow.followeeId),
    begin: async (tx) => {
      const isNew = await repo.insertProfileFollow(tx.db, follow, tx.now);
      if (isNew) tx.emit(ProfileFollowed, follow);
      return isNew;
    },
    end: ({ db }) => repo.deleteProfileFollow(db, follow),
    count: (tx, step) => profile.countFollower(tx, follow.followeeId, step),
  });
}

export function followStory(ctx: Ctx<Holder>, { storyId, isFollowing }: FollowStory): Promise<Following> {
  const follow = { followerId: ctx.actor.profileId, storyId };
  return change(ctx, isFollowing, {
    find: ({ db }) => findStory(db, storyId),
    begin: (tx) => repo.insertStoryFollow(tx.db, follow, tx.now),
    end: ({ db }) => repo.deleteStoryFollow(db, follow),
    count: (tx, step) => story.countFollower(tx, storyId, step),
  });
}

export async function profileHere(ctx: Ctx<Holder>, { profileId }: ByProfile): Promise<ProfileHere> {
  const [viewer, found, isFollowing] = await Promise.all([
    viewerOf(ctx),
    profile.findFollowed(ctx.db, profileId),
    repo.hasProfileFollow(ctx.db, { followerId: ctx.actor.profileId, followeeId: profileId }),
  ]);
  const face = revealOrRefuse(unblocked(viewer), found);
  const isBlocked = viewer.blocked.includes(profileId);
  return { isFollowing, isOwn: isOwn(ctx.actor, face), isBlocked, isMuted: viewer.muted.includes(profileId) };
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

type Followable = {
  find: (tx: Tx) => Promise<(Subject & Worked & { followerCount: number }) | null>;
  /** Both are false when there was nothing to change. */
  begin: (tx: Tx) => Promise<boolean>;
  end: (tx: Tx) => Promise<boolean>;
  count: (tx: Tx, step: 1 | -1) => Promise<number>;
};

/** Whoever may no longer see a thing can still leave it, and is told nothing of it. */
async function change(ctx: Ctx<Holder>, isFollowing: boolean, thing: Followable): Promise<Following> {
  const viewer = await viewerOf(ctx);
  return transact(ctx, async (tx) => {
    const found = await thing.find(tx);
    if (isFollowing) assertNotOwn(ctx.actor, revealOrRefuse(viewer, found));
    const hasChanged = await (isFollowing ? thing.begin(tx) : thing.end(tx));
    const known = found?.followerCount ?? 0;
    const followerCount = hasChanged ? await thing.count(tx, isFollowing ? 1 : -1) : known;
    return { isFollowing, followerCount: found && reveal(viewer, found) ? followerCount : 0 };
  });
}
