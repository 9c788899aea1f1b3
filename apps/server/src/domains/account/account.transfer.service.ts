import type { TransferInput, TransferOffer, Transferred } from "@muejam/contracts/transfer";
import type { Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { spendCode } from "./account.codes.service.ts";
import { endAllSessions } from "./account.ending.service.ts";
import { IdentityChanged } from "./account.events.ts";
import { findFactor } from "./account.factor.repo.ts";
import { limitCodes } from "./account.guesses.service.ts";
import { emailPurpose, leaveEverything, tagOf } from "./account.people.service.ts";
import { assertNothingWritten, assertProvenLately, assertSameAddress } from "./account.policy.ts";
import { closeAccount, lockIdentity, type Who } from "./account.repo.ts";
import { note } from "./account.safety.service.ts";
import * as repo from "./account.transfer.repo.ts";

/** What somebody may bring along who was here before, under the other issuer and the same proven address. */
export async function transferOffer(ctx: Ctx<Member>): Promise<TransferOffer> {
  const { accountId, session } = ctx.actor;
  const own = await repo.findWayIn(ctx.db, { accountId, issuer: session.issuer });
  if (!own?.isEmailVerified || own.emailStamp === null) return { offer: null };
  const former = await repo.findFormer(ctx.db, { notOf: own.issuer, stamps: [own.emailStamp] });
  if (!former) return { offer: null };
  const needsCode = await isGuarded(ctx, former.who);
  return { offer: { from: former.who.issuer, openedAt: former.openedAt.toISOString(), needsCode } };
}

/**
 * The new way in leads to the former account, and the former way in to nothing. The issuer is asked once more what it
 * has proven; a second step that guarded the former way in is taken here as well.
 */
export async function transfer(ctx: Ctx<Member>, { code }: TransferInput): Promise<Transferred> {
  const { accountId, session } = ctx.actor;
  assertProvenLately(ctx.actor, ctx.now());
  const own = await repo.findWayIn(ctx.db, { accountId, issuer: session.issuer });
  const person = own && (await ctx.findPerson(own));
  if (!own || !person?.isEmailVerified || person.email === null) throw new AppError("EMAIL_UNVERIFIED");
  const email = person.email.trim().toLowerCase();
  assertSameAddress(own.emailStamp !== null && ctx.keys.hasMac(emailPurpose, email, own.emailStamp));
  const stamps = ctx.keys.macs(emailPurpose, email);
  const wanted = await repo.findFormer(ctx.db, { notOf: own.issuer, stamps });
  if (!wanted) throw new AppError("NOT_FOUND");
  if (code !== undefined) await limitCodes(ctx, wanted.who.subject);
  return transact(ctx, async (tx) => {
    // Always in the same order, so that two who do this at once do not wait for each other.
    for (const who of [own, wanted.who].sort((a, b) => a.issuer.localeCompare(b.issuer)))
      await lockIdentity(tx.db, who);
    const former = await repo.findFormer(tx.db, { notOf: own.issuer, stamps });
    const isSame = (await repo.findWayIn(tx.db, { accountId, issuer: own.issuer }))?.subject === own.subject;
    if (former?.accountId !== wanted.accountId || !isSame) throw new AppError("NOT_FOUND");
    assertNothingWritten(await repo.hasWritten(tx.db, accountId));
    await passGuard(ctx, tx, { who: former.who, code });
    await repo.dropWayIn(tx.db, former.who);
    await repo.moveWayIn(tx.db, own, former.accountId);
    if (former.who.issuer === "built-in")
      await endAllSessions(ctx, tx, { subject: former.who.subject, reason: "transferred" });
    if (await closeAccount(tx.db, accountId, tx.now)) await leaveEverything(tx, accountId);
    await tell(ctx, tx, { former, own, email });
    return { isTransferred: true } as const;
  });
}

const isGuarded = async ({ db }: Pick<Ctx, "db">, { issuer, subject }: Who): Promise<boolean> =>
  issuer === "built-in" && (await findFactor(db, subject)) !== null;

async function passGuard(ctx: Ctx, tx: Tx, { who, code }: { who: Who; code: string | undefined }): Promise<void> {
  if (!(await isGuarded(tx, who))) return;
  if (code === undefined) throw new AppError("CODE_WRONG");
  await spendCode(ctx, tx, { subject: who.subject, code });
}

type Moved = { former: repo.Former; own: Who; email: string };

async function tell(ctx: Ctx, tx: Tx, { former, own, email }: Moved): Promise<void> {
  const { issuer, subject } = own;
  await note(tx, former.accountId, { kind: "way_in_changed", detail: { from: former.who.issuer, to: issuer } });
  tx.audit({
    act: "identity.transferred",
    subject: `account:${former.accountId}`,
    purpose: "consent:owner",
    detail: { from: former.who.issuer, to: issuer },
  });
  tx.emit(IdentityChanged, { issuer, subject });
  tx.touch(tagOf(own), tagOf(former.who), `account:${former.accountId}`);
  await sendMail(tx, {
    template: "way-in-changed",
    props: { link: `${ctx.publicUrl}/settings/security`, at: tx.now.toISOString() },
    to: email,
    key: `way-in-changed:${issuer}:${subject}:${ctx.requestId}`,
    reason: "security",
  });
}
