import type { Db } from "@muejam/db";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { transact } from "../../kernel/transact.ts";
import { findFollowed } from "../profile/profile.followers.service.ts";
import { isHeard, isWaiting } from "../social/social.followers.service.ts";
import { scopesOf } from "../visibility/visibility.service.ts";
import { isListening, tellable } from "./notification.policy.ts";
import { tell } from "./notification.tell.service.ts";

type Follow = { followerId: string; followeeId: string };

/** Whoever let somebody in knows that they follow. */
export const tellFollowee = (ctx: Ctx<System>, follow: Follow): Promise<void> =>
  tellOne(ctx, {
    kind: "new-follower",
    profileId: follow.followeeId,
    actorId: follow.followerId,
    stands: (db) => isHeard(db, { ...follow, isOpen: true }),
  });

export const tellAsked = (ctx: Ctx<System>, follow: Follow): Promise<void> =>
  tellOne(ctx, {
    kind: "follow-requested",
    profileId: follow.followeeId,
    actorId: follow.followerId,
    stands: (db) => isWaiting(db, follow),
  });

export const tellAsker = (ctx: Ctx<System>, follow: Follow): Promise<void> =>
  tellOne(ctx, {
    kind: "follow-approved",
    profileId: follow.followerId,
    actorId: follow.followeeId,
    stands: (db) => isHeard(db, { ...follow, isOpen: false }),
  });

type One = {
  kind: "new-follower" | "follow-requested" | "follow-approved";
  profileId: string;
  actorId: string;
  stands: (db: Db) => Promise<boolean>;
};

/** Not of what has ended meanwhile, nor of whom the one who is told may not see, has muted or has cut off. */
async function tellOne(ctx: Ctx<System>, { kind, profileId, actorId, stands }: One): Promise<void> {
  await transact(ctx, async (tx) => {
    const [told, actor] = [await findFollowed(tx.db, profileId), await findFollowed(tx.db, actorId)];
    const [accountId] = told?.team ?? [];
    if (!told || !actor || accountId === undefined || !isListening(told) || !(await stands(tx.db))) return null;
    const viewer = (await scopesOf({ ...ctx, db: tx.db }, [{ accountId, profileId }])).get(profileId);
    if (tellable(viewer, actor)) await tell(tx, [profileId], { key: `${keys[kind]}:${actorId}`, kind, actorId });
    return null;
  });
}

/** Once for each face: whoever asks again and again is told of once. */
const keys = { "new-follower": "follower", "follow-requested": "request", "follow-approved": "approval" } as const;
