import type { ByEmail, ByLink, ChangeEmail, ConfirmEmail } from "@muejam/contracts/sign-in";
import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import { randomId } from "../../kernel/ids.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { assertLive, shutOut } from "./account.ending.service.ts";
import { IdentityChanged, MoveAsked } from "./account.events.ts";
import { guess } from "./account.guesses.service.ts";
import { limitLetters } from "./account.limits.service.ts";
import { insertFormerAddress, takeFormerAddress } from "./account.moving.repo.ts";
import { deletePasskeysSince } from "./account.passkeys.repo.ts";
import { comparePassword, issueReset, provePassword } from "./account.passwords.service.ts";
import { emailPurpose } from "./account.people.service.ts";
import { assertOtherAddress } from "./account.sessions.policy.ts";

const linkSeconds = 24 * 3600;
const undoSeconds = 7 * 24 * 3600;

const Move = z.object({ subject: z.string(), from: z.string(), to: z.string() });
type Move = z.infer<typeof Move>;

/** What somebody signs in with now. */
export async function readAddress(ctx: Ctx, identity: Identity): Promise<ByEmail> {
  await assertLive(ctx, identity);
  const email = (await ctx.accounts.find(ctx.db, identity.subject))?.email;
  if (!email) throw new AppError("SESSION_ENDED");
  return { email };
}

/** Answers before anybody has looked whether the new address is known. */
export async function askMove(ctx: Ctx, identity: Identity, { email: to, password }: ChangeEmail): Promise<void> {
  const { subject, email: from } = await provePassword(ctx, identity, password);
  assertOtherAddress({ from, to });
  await limitLetters(ctx, to);
  await transact(ctx, async (tx) => {
    const value = JSON.stringify({ subject, from, to } satisfies Move);
    tx.emit(MoveAsked, {
      ticket: await ctx.accounts.issueTicket(tx.db, { kind: "ask-move", value, seconds: linkSeconds }),
    });
    return null;
  });
}

export async function sendMoveLink(ctx: Ctx<System>, { ticket }: { ticket: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const value = await ctx.accounts.useTicket(tx.db, "ask-move", ticket);
    if (value === null) return null;
    const { to } = Move.parse(JSON.parse(value));
    const known = await ctx.accounts.findByEmail(tx.db, to);
    if (known?.isEmailVerified) await tellTaken(ctx, tx, to);
    else await sendLink(ctx, tx, { value, to });
    return null;
  });
}

/**
 * The password is asked for once more: in a mailbox that was only mistyped, a link pressed in good faith must not hand
 * the account to a stranger.
 */
export async function confirmMove(ctx: Ctx, { token, password }: ConfirmEmail): Promise<void> {
  const { accounts } = ctx;
  const value = await accounts.readTicket(ctx.db, "move", token);
  if (value === null) throw new AppError("LINK_INVALID");
  const move = Move.parse(JSON.parse(value));
  const { subject } = move;
  const passwordHash = await guess(ctx, { email: move.from, from: "move" }, () =>
    comparePassword(ctx, { subject, password }),
  );
  await transact(ctx, async (tx) => {
    const isUsed = (await accounts.useTicket(tx.db, "move", token)) === null;
    const isSame = (await accounts.findPasswordHash(tx.db, subject)) === passwordHash;
    if (isUsed || !isSame || !(await accounts.moveAddress(tx.db, move))) throw new AppError("LINK_INVALID");
    await keepWayBack(ctx, tx, move);
    tx.audit({ act: "email.changed", subject: `identity:built-in:${subject}` });
    tx.emit(IdentityChanged, { issuer: "built-in", subject });
    return null;
  });
}

/**
 * Back to the address that the link was sent to, whatever came after: sessions, keys and the password, which may be
 * known to somebody else. Answers the word for a link under which a new one is chosen.
 */
export function undoMove(ctx: Ctx, { token }: ByLink): Promise<string> {
  const { accounts } = ctx;
  return transact(ctx, async (tx) => {
    const id = await accounts.useTicket(tx.db, "undo-move", token);
    const former = id === null ? null : await takeFormerAddress(tx.db, id);
    const person = former && (await accounts.find(tx.db, former.subject));
    if (!former || !person?.email) throw new AppError("LINK_INVALID");
    const { subject } = former;
    const to = ctx.keys.decrypt(emailPurpose, former.emailSealed);
    if (!(await accounts.moveAddress(tx.db, { subject, from: person.email, to }))) throw new AppError("LINK_INVALID");
    await deletePasskeysSince(tx.db, subject, former.changedAt);
    await accounts.unlinkSince(tx.db, subject, former.changedAt);
    await accounts.dropPassword(tx.db, subject);
    await shutOut(ctx, tx, { subject, reason: "restored" });
    tx.audit({ act: "email.restored", subject: `identity:built-in:${subject}` });
    tx.emit(IdentityChanged, { issuer: "built-in", subject });
    return issueReset(ctx, tx, { subject, email: to, passwordHash: null });
  });
}

async function keepWayBack(ctx: Ctx, tx: Tx, { subject, from, to }: Move): Promise<void> {
  const id = randomId();
  const expiresAt = new Date(tx.now.getTime() + undoSeconds * 1000);
  const emailSealed = ctx.keys.encrypt(emailPurpose, from);
  await insertFormerAddress(tx.db, { id, subject, emailSealed, changedAt: tx.now, expiresAt });
  const word = await ctx.accounts.issueTicket(tx.db, { kind: "undo-move", value: id, seconds: undoSeconds });
  await sendMail(tx, {
    template: "email-changed",
    props: {
      link: `${ctx.publicUrl}/undo-address?token=${word}`,
      at: tx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      newAddress: to,
    },
    to: from,
    key: `email-changed:${id}`,
    reason: "security",
  });
}

async function sendLink(ctx: Ctx, tx: Tx, { value, to }: { value: string; to: string }): Promise<void> {
  const word = await ctx.accounts.issueTicket(tx.db, { kind: "move", value, seconds: linkSeconds });
  await sendMail(tx, {
    template: "confirm-address",
    props: {
      link: `${ctx.publicUrl}/confirm-address?token=${word}`,
      askedAt: tx.now.toISOString(),
      expiresAt: new Date(tx.now.getTime() + linkSeconds * 1000).toISOString(),
    },
    to,
    key: `confirm-address:${ctx.requestId}`,
    reason: "account",
  });
}

async function tellTaken(ctx: Ctx, tx: Tx, to: string): Promise<void> {
  await sendMail(tx, {
    template: "address-taken",
    props: { link: `${ctx.publicUrl}/sign-in`, at: tx.now.toISOString() },
    to,
    key: `address-taken:${ctx.requestId}`,
    reason: "security",
  });
}
