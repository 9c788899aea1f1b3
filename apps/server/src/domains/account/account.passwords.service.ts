import type { ChangePassword, ResetPassword } from "@muejam/contracts/sign-in";
import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity, Person } from "../../kernel/identity.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { assertLive, endAllSessions, shutOut } from "./account.ending.service.ts";
import { IdentityChanged, ResetAsked } from "./account.events.ts";
import { guess } from "./account.guesses.service.ts";
import { limitLetters, limitSignIn } from "./account.limits.service.ts";
import { listHandles } from "./account.people.service.ts";
import type { Proven } from "./account.refresh.service.ts";
import { noteOf } from "./account.safety.service.ts";
import { assertPasswordFits } from "./account.sessions.policy.ts";
import { keepProof, proveSelf } from "./account.ways.service.ts";

const hourSeconds = 3600;

/** What the link was asked for goes with it: once the password or the address is another, it is about nothing. */
const Resetting = z.object({ subject: z.string(), email: z.string(), passwordHash: z.string().nullable() });
type Resetting = z.infer<typeof Resetting>;
type ByPassword = { person: Person; subject: string; email: string; passwordHash: string };

/** Whoever holds only a session must not be able to take the account from its owner. */
export async function provePassword(ctx: Ctx, identity: Identity, password: string): Promise<ByPassword> {
  await assertLive(ctx, identity);
  const { subject } = identity;
  const person = await ctx.accounts.find(ctx.db, subject);
  const email = person?.email;
  if (!email) throw new AppError("SESSION_ENDED");
  const passwordHash = await guess(ctx, { email, from: identity.sessionId }, () =>
    comparePassword(ctx, { subject, password }),
  );
  return { person, subject, email, passwordHash };
}

/** Answers what it was compared with. */
export async function comparePassword(
  ctx: Ctx,
  { subject, password }: { subject: string; password: string },
): Promise<string> {
  const passwordHash = await ctx.accounts.findPasswordHash(ctx.db, subject);
  const isRight = passwordHash !== null && (await ctx.accounts.passwords.verify(passwordHash, password));
  if (!isRight) throw new AppError("PASSWORD_WRONG");
  return passwordHash;
}

export async function proveOwner(ctx: Ctx, identity: Identity, password: string): Promise<Proven> {
  const { person } = await provePassword(ctx, identity, password);
  return transact(ctx, (tx) => keepProof(ctx, tx, { person, sessionId: identity.sessionId }));
}

/** All other sessions end; the one in which it is changed goes on. Whoever has none shows in another way who they are. */
export async function changePassword(ctx: Ctx, identity: Identity, given: ChangePassword): Promise<void> {
  const { currentPassword } = given;
  const owner =
    currentPassword === undefined ? proveWithout(ctx, identity) : provePassword(ctx, identity, currentPassword);
  const { subject, email, passwordHash: former } = await owner;
  const { passwords, ...accounts } = ctx.accounts;
  const { password } = given;
  const handles = await listHandles(ctx, { issuer: "built-in", subject });
  assertPasswordFits({ password, email, handles, isCommon: passwords.isCommon(password) });
  const passwordHash = await passwords.hash(password);
  await transact(ctx, async (tx) => {
    if ((await accounts.findPasswordHash(tx.db, subject)) !== former) throw new AppError("CONFLICT");
    await accounts.setPassword(tx.db, subject, passwordHash);
    await endAllSessions(ctx, tx, { subject, but: identity.sessionId, reason: "password" });
    await noteOf(tx, { issuer: "built-in", subject }, { kind: "password_changed" });
    tx.audit({ act: "password.changed", subject: `identity:built-in:${subject}` });
    await tellOwner(ctx, tx, { subject, email });
    return null;
  });
}

/** Counted as a guess is, since what comes of it is as slow to make. */
async function proveWithout(ctx: Ctx, identity: Identity) {
  const { subject, name: email } = await proveSelf(ctx, identity);
  await limitSignIn(ctx, `${email} ${identity.sessionId}`);
  return { subject, email, passwordHash: null };
}

/** Answers before anybody has looked whether the address is known. */
export async function askReset(ctx: Ctx, email: string): Promise<void> {
  await limitSignIn(ctx, email);
  await limitLetters(ctx, email);
  await transact(ctx, async (tx) => {
    const ticket = await ctx.accounts.issueTicket(tx.db, { kind: "ask-reset", value: email, seconds: hourSeconds });
    tx.emit(ResetAsked, { ticket });
    return null;
  });
}

export async function sendReset(ctx: Ctx<System>, { ticket }: { ticket: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const email = await ctx.accounts.useTicket(tx.db, "ask-reset", ticket);
    const person = email === null ? null : await ctx.accounts.findByEmail(tx.db, email);
    if (email === null || !person) return null;
    const { subject } = person;
    const passwordHash = await ctx.accounts.findPasswordHash(tx.db, subject);
    const word = await issueReset(ctx, tx, { subject, email, passwordHash });
    await sendMail(tx, {
      template: "password-reset",
      props: {
        link: `${ctx.publicUrl}/reset-password?token=${word}`,
        askedAt: tx.now.toISOString(),
        expiresAt: new Date(tx.now.getTime() + hourSeconds * 1000).toISOString(),
      },
      to: email,
      key: `password-reset:${subject}:${ctx.requestId}`,
      reason: "security",
    });
    return null;
  });
}

/** The word for a link under which a new password is chosen, once. */
export const issueReset = (ctx: Ctx, tx: Tx, resetting: Resetting): Promise<string> =>
  ctx.accounts.issueTicket(tx.db, {
    kind: "reset-password",
    value: JSON.stringify(resetting),
    seconds: hourSeconds,
  });

/** The new password ends every session and every key; the link came by mail, so the address is confirmed as well. */
export async function resetPassword(ctx: Ctx, { token, password }: ResetPassword): Promise<void> {
  const { passwords, ...accounts } = ctx.accounts;
  const asked = await accounts.readTicket(ctx.db, "reset-password", token);
  if (asked === null) throw new AppError("LINK_INVALID");
  const { subject, email, passwordHash: former } = Resetting.parse(JSON.parse(asked));
  const handles = await listHandles(ctx, { issuer: "built-in", subject });
  assertPasswordFits({ password, email, handles, isCommon: passwords.isCommon(password) });
  // Before the link is used up: a full queue must not cost the person their link.
  const passwordHash = await passwords.hash(password);
  await transact(ctx, async (tx) => {
    const isUsed = (await accounts.useTicket(tx.db, "reset-password", token)) === null;
    const isSame = (await accounts.find(tx.db, subject))?.email === email;
    if (isUsed || !isSame || (await accounts.findPasswordHash(tx.db, subject)) !== former)
      throw new AppError("LINK_INVALID");
    await accounts.setPassword(tx.db, subject, passwordHash);
    await accounts.confirmEmail(tx.db, subject);
    await shutOut(ctx, tx, { subject, reason: "reset" });
    await noteOf(tx, { issuer: "built-in", subject }, { kind: "password_reset" });
    tx.audit({ act: "password.reset", subject: `identity:built-in:${subject}` });
    await tellOwner(ctx, tx, { subject, email });
    tx.emit(IdentityChanged, { issuer: "built-in", subject });
    return null;
  });
}

async function tellOwner(ctx: Ctx, tx: Tx, { subject, email }: { subject: string; email: string }): Promise<void> {
  await sendMail(tx, {
    template: "password-changed",
    props: { link: `${ctx.publicUrl}/forgot-password`, at: tx.now.toISOString() },
    to: email,
    key: `password-changed:${subject}:${ctx.requestId}`,
    reason: "security",
  });
}
