import type { ByHandle, ProfileView } from "@muejam/contracts/profile";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import { badgesOf } from "../badge/badge.service.ts";
import { revealOrRefuse, unblocked, viewerOf } from "../visibility/visibility.service.ts";
import { daysRedirected } from "./profile.policy.ts";
import * as repo from "./profile.repo.ts";
import { StoredProfile, tagOf, toProfile } from "./profile.service.ts";

/** Also under a handle that was lately theirs; the answer names the one they have now. */
export async function view(ctx: Ctx, { handle }: ByHandle): Promise<ProfileView> {
  const [found, viewer] = await Promise.all([readNowOrFormerly(ctx, handle.toLowerCase()), viewerOf(ctx)]);
  // Whoever blocked somebody finds the page where to be done with it.
  const profile = revealOrRefuse(unblocked(viewer), found);
  const [badges, counts] = await Promise.all([badgesOf(ctx, profile), countsOf(ctx, profile)]);
  const { bio, accent, links, isFindable, isMemorial, isFollowersOnly } = profile;
  return { ...toProfile(profile), bio, accent, links, isFindable, badges, isMemorial, isFollowersOnly, counts };
}

const readNowOrFormerly = (ctx: Ctx, handle: string) =>
  ctx.cache.read({
    key: `profile.view:${handle}`,
    tags: [tagOf(handle)],
    ttlSeconds: 300,
    schema: StoredProfile.nullable(),
    load: async () =>
      (await repo.findByHandle(ctx.db, handle)) ??
      (await repo.findByFormerHandle(ctx.db, handle, daysBefore(ctx.now(), daysRedirected))),
  });

const Counts = z.object({ followers: z.int(), stories: z.int(), words: z.int() });

/** Apart from the card, which would be dropped by every follower. */
const countsOf = (ctx: Ctx, { id, handle }: repo.ProfileRow) =>
  ctx.cache.read({
    key: `profile.counts:${id}`,
    tags: [tagOf(handle)],
    ttlSeconds: 10,
    schema: Counts,
    load: () => repo.findCounts(ctx.db, id),
  });
