import type { BadgeKind } from "@muejam/contracts/badge";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { transact } from "../../kernel/transact.ts";
import { findFollowed } from "../profile/profile.followers.service.ts";
import { isListening } from "./notification.policy.ts";
import { tell } from "./notification.tell.service.ts";

/** The face that was given it and no other of its account's; once, even if it is taken back and given again. */
export async function tellAwarded(
  ctx: Ctx<System>,
  { profileId, kind: badge }: { profileId: string; kind: BadgeKind },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const told = await findFollowed(tx.db, profileId);
    if (!told || !isListening(told)) return null;
    await tell(tx, [profileId], { key: `badge:${badge}`, kind: "badge-awarded", actorId: profileId, badge });
    return null;
  });
}
