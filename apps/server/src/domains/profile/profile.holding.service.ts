import type { ProfileHold, ProfileHolding } from "@muejam/contracts/profile";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { transact } from "../../kernel/transact.ts";
import { setState } from "./profile.closing.repo.ts";
import { ProfileChanged } from "./profile.events.ts";
import { listFormerHandles } from "./profile.handles.repo.ts";
import { assertHoldable } from "./profile.policy.ts";
import { findOwner } from "./profile.repo.ts";
import { tagOf } from "./profile.service.ts";

/** A face, and all that stands under its name, goes out of sight at once, for as long as staff look at it. */
export async function hold(ctx: Ctx<Holder>, { id, isHeld, purpose }: ProfileHold): Promise<ProfileHolding> {
  return transact(ctx, async (tx) => {
    const owner = await findOwner(tx.db, id);
    if (!owner || owner.state === "closed") throw new AppError("NOT_FOUND");
    assertHoldable(ctx.actor, owner);
    const [from, to] = isHeld ? (["active", "held"] as const) : (["held", "active"] as const);
    const handle = await setState(tx.db, id, from, to);
    if (handle !== null) {
      tx.audit({ act: isHeld ? "profile.held" : "profile.released", subject: `profile:${id}`, purpose });
      tx.emit(ProfileChanged, { profileId: id });
      tx.touch(tagOf(handle), ...(await listFormerHandles(tx.db, [id])).map(tagOf));
    }
    return { id, isHeld };
  });
}
