import type { Recovery, RecoveryInput, RecoveryList, RecoveryRef } from "@muejam/contracts/recovery";
import type { ByLink } from "@muejam/contracts/sign-in";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { randomId } from "../../kernel/ids.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.service.ts";
import { shutOut } from "./account.ending.service.ts";
import { deleteFactor, findFactor } from "./account.factor.repo.ts";
import { deletePasskeysSince } from "./account.passkeys.repo.ts";
import { emailPurpose } from "./account.people.service.ts";
import { assertInPerson } from "./account.policy.ts";
import { assertFound, assertGuarded, assertNotOneself, assertOnlyOne } from "./account.recovery.policy.ts";
import * as repo from "./account.recovery.repo.ts";
import { note } from "./account.safety.service.ts";
import { assertLink } from "./account.sessions.policy.ts";

const daysMs = 2 * 86_400_000;

/**
 * For whoever lost the second step, or whose thief set one up. Nothing happens for two days: every address of theirs is
 * told, and whoever reads one of them may stop it.
 */
export async function askRecovery(ctx: Ctx<Holder>, { profileId, purpose }: RecoveryInput): Promise<Recovery> {
  assertInPerson(ctx.actor);
  return transact(ctx, async (tx) => {
    const accountId = assertFound(await profile.findAccountId(tx.db, profileId));
    assertNotOneself(ctx.actor.accountId, accountId);
    const subject = assertFound(await repo.findBuiltIn(tx.db, accountId));
    assertGuarded((await findFactor(tx.db, subject)) !== null);
    const [id, dueAt] = [randomId(), new Date(tx.now.getTime() + daysMs)];
    const recovery = { id, accountId, subject };
    assertOnlyOne(await repo.insertRecovery(tx.db, { ...recovery, askedAt: tx.now, dueAt }));
    await note(tx, accountId, { kind: "recovery_asked" });
    tx.audit({ act: "recovery.asked", subject: `account:${accountId}`, purpose, detail: { profileId } });
    await tell(ctx, tx, { recovery, act: "asked", dueAt });
    return { id, dueAt: dueAt.toISOString() };
  });
}

export async function listRecoveries(ctx: Ctx<Holder>): Promise<RecoveryList> {
  assertInPerson(ctx.actor);
  const open = await repo.listOpen(ctx.db);
  return {
    recoveries: open.map(({ id, askedAt, dueAt }) => ({
      id,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt.toISOString(),
    })),
  };
}

export async function stopRecovery(ctx: Ctx<Holder>, { id }: RecoveryRef): Promise<RecoveryRef> {
  assertInPerson(ctx.actor);
  return transact(ctx, async (tx) => {
    await stop(ctx, tx, assertFound(await repo.stopRecovery(tx.db, id, tx.now)));
    return { id };
  });
}

/** From the mail. */
export async function stopByLink(ctx: Ctx, { token }: ByLink): Promise<void> {
  await transact(ctx, async (tx) => {
    const id = assertLink(await ctx.accounts.useTicket(tx.db, "stop-recovery", token));
    await stop(ctx, tx, assertLink(await repo.stopRecovery(tx.db, id, tx.now)));
    return null;
  });
}

/** What kept the owner out goes, and with it every way in that a thief may have: only the mailbox opens a new one. */
export async function finishDue(ctx: Ctx<System>): Promise<void> {
  await transact(ctx, async (tx) => {
    for (const recovery of await repo.takeDue(tx.db, tx.now)) {
      const { subject, accountId } = recovery;
      await deleteFactor(tx.db, subject);
      await deletePasskeysSince(tx.db, subject, new Date(0));
      await ctx.accounts.unlinkSince(tx.db, subject, new Date(0));
      await ctx.accounts.dropPassword(tx.db, subject);
      await shutOut(ctx, tx, { subject, reason: "reset" });
      await note(tx, accountId, { kind: "recovery_done" });
      tx.audit({ act: "recovery.done", subject: `account:${accountId}` });
      await tell(ctx, tx, { recovery, act: "done", dueAt: tx.now });
    }
    return null;
  });
}

async function stop(ctx: Ctx, tx: Tx, recovery: repo.Recovery): Promise<void> {
  await note(tx, recovery.accountId, { kind: "recovery_stopped" });
  tx.audit({ act: "recovery.stopped", subject: `account:${recovery.accountId}` });
  await tell(ctx, tx, { recovery, act: "stopped", dueAt: tx.now });
}

type Happened = { recovery: repo.Recovery; act: "asked" | "stopped" | "done"; dueAt: Date };

async function tell(ctx: Ctx, tx: Tx, { recovery, act, dueAt }: Happened): Promise<void> {
  const sealed = await repo.listSealedAddresses(tx.db, recovery, tx.now);
  const addresses = new Set(sealed.map((address) => ctx.keys.decrypt(emailPurpose, address)));
  for (const [place, to] of [...addresses].entries())
    await sendMail(tx, {
      template: "recovery",
      props: {
        link: await linkFor(ctx, tx, { recovery, act }),
        at: tx.now.toISOString(),
        dueAt: dueAt.toISOString(),
        act,
      },
      to,
      key: `recovery:${recovery.id}:${act}:${place}`,
      reason: "security",
    });
}

async function linkFor(ctx: Ctx, tx: Tx, { recovery, act }: Omit<Happened, "dueAt">): Promise<string> {
  if (act !== "asked") return `${ctx.publicUrl}/forgot-password`;
  const ticket = { kind: "stop-recovery", value: recovery.id, seconds: daysMs / 1000 } as const;
  return `${ctx.publicUrl}/stop-recovery?token=${await ctx.accounts.issueTicket(tx.db, ticket)}`;
}
