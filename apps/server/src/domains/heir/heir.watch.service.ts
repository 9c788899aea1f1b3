import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { addressOf } from "../account/account.addresses.service.ts";
import { closeAsWished, forgetReturned, remember } from "../profile/profile.memorial.service.ts";
import { findAccountId } from "../profile/profile.service.ts";
import { daysApart, daysBetween, warningsMax } from "./heir.policy.ts";
import { findWish, putDone, putDue } from "./heir.repo.ts";
import * as repo from "./heir.watch.repo.ts";

const take = 50;

/** Each hour: whoever came back is left in peace, whoever stays away is written to, and at last is taken at their word. */
export async function watch(ctx: Ctx<System>): Promise<void> {
  await transact(ctx, async (tx) => {
    const pace = { now: tx.now, take, warningsMax, daysBetween, daysApart };
    await forgetReturned(tx, take);
    await repo.forgiveReturned(tx.db);
    for (const away of await repo.takeUnwarned(tx.db, pace)) await warn(ctx, tx, away);
    for (const away of await repo.listSilent(tx.db, pace)) await act(ctx, tx, away);
    return null;
  });
}

async function warn(ctx: Ctx, tx: Tx, { profileId, accountId, displayName, wish, warnings }: repo.Away): Promise<void> {
  const to = await addressOf({ ...ctx, db: tx.db }, accountId);
  if (to === null) return;
  const at = tx.now.toISOString();
  await sendMail(tx, {
    template: "long-away",
    props: { face: displayName, at, wish, left: warningsMax - warnings, link: `${ctx.publicUrl}/next-of-kin` },
    to,
    key: `long-away:${profileId}:${at}`,
    reason: "account",
  });
}

async function act(ctx: Ctx, tx: Tx, { profileId, wish }: repo.Away): Promise<void> {
  const isHandedOver = wish === "hand-over" && (await askHeir(ctx, tx, profileId));
  if (isHandedOver) return;
  // Where nobody has agreed to inherit, the page remembers its author.
  if (wish === "close") await closeAsWished(tx, profileId);
  else await remember(tx, profileId);
  await putDone(tx.db, profileId, tx.now);
  const done = wish === "close" ? "heir.closed" : "heir.remembered";
  tx.audit({ act: done, subject: `profile:${profileId}`, purpose: "heir:silent" });
}

/** False when there is no heir to ask. */
async function askHeir(ctx: Ctx, tx: Tx, profileId: string): Promise<boolean> {
  const row = await findWish(tx.db, profileId);
  const accountId = row?.heir && (await findAccountId(tx.db, row.heir.id));
  if (!row || row.state !== "accepted" || !accountId) return false;
  await putDue(tx.db, profileId, tx.now);
  const at = tx.now.toISOString();
  const to = await addressOf({ ...ctx, db: tx.db }, accountId);
  if (to !== null)
    await sendMail(tx, {
      template: "kin-due",
      props: { face: row.face.displayName, at, link: `${ctx.publicUrl}/next-of-kin` },
      to,
      key: `kin-due:${profileId}:${at}`,
      reason: "account",
    });
  return true;
}
