import type { Ctx } from "./ctx.ts";
import * as repo from "./mail.repo.ts";
import type { MailEvent } from "./mailer.ts";
import { transact } from "./transact.ts";

/** Applied once, in whatever order events come; what tells of no mail of ours is let go. */
export async function applyMailEvent(ctx: Ctx, event: MailEvent): Promise<void> {
  await transact(ctx, async (tx) => {
    const send = await repo.findSendOf(tx.db, event);
    if (!send || !(await repo.insertEvent(tx.db, send.id, event))) return;
    await repo.moveForward(tx.db, send.id, event);
    if ((event.state === "bounced" && event.isLasting) || event.state === "complained")
      await repo.noteAddress(tx.db, { addressHash: send.toHash, state: event.state, at: event.at });
  });
}
