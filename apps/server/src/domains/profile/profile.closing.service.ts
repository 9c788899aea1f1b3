import type { ProfileRef } from "@muejam/contracts/profile";
import type { Member, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { countParts } from "../story/story.parts.service.ts";
import * as repo from "./profile.closing.repo.ts";
import { ProfileClosed } from "./profile.events.ts";
import { listFormerHandles } from "./profile.handles.repo.ts";
import { assertCloseable, assertOwn } from "./profile.policy.ts";
import { findOwner, lockAndCount } from "./profile.repo.ts";
import { tagOf } from "./profile.service.ts";

/** One face of several, at its owner's word: at once and for good. Its handle is nobody's any more. */
export async function close(ctx: Ctx<Member>, { id }: ProfileRef): Promise<ProfileRef> {
  return transact(ctx, async (tx) => {
    const faces = await lockAndCount(tx.db, ctx.actor.accountId);
    const owner = await findOwner(tx.db, id);
    assertOwn(ctx.actor, owner && owner.state !== "closed" ? { id, ...owner } : null);
    assertCloseable({ faces, stories: await countParts(tx.db, id) });
    const closed = await repo.close(tx.db, id);
    tx.audit({ act: "profile.closed", subject: `profile:${id}` });
    await tell(tx, closed);
    return { id };
  });
}

export const leave = (tx: Tx, accountId: string): Promise<void> => repo.scheduleClosing(tx.db, accountId, tx.now);

export async function closeDue(ctx: Ctx<System>): Promise<void> {
  await transact(ctx, async (tx) => {
    await tell(tx, await repo.closeDue(tx.db, tx.now));
    return null;
  });
}

async function tell(tx: Tx, closed: readonly repo.Closed[]): Promise<void> {
  if (closed.length === 0) return;
  const ids = closed.map(({ id }) => id);
  tx.touch(...(await listFormerHandles(tx.db, ids)).map(tagOf));
  for (const { id, accountId, handle } of closed) {
    tx.emit(ProfileClosed, { profileId: id });
    tx.touch(tagOf(handle), `account:${accountId}`);
  }
}
