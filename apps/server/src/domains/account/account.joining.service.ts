import { type ConfirmEmail, SignUp } from "@muejam/contracts/sign-in";
import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { IdentityChanged, SignUpAsked } from "./account.events.ts";
import { guess } from "./account.guesses.service.ts";
import { limitLetters, limitSignIn } from "./account.limits.service.ts";
import { assertPasswordFits } from "./account.sessions.policy.ts";

const linkSeconds = 24 * 3600;

const Pending = SignUp.omit({ password: true }).extend({ passwordHash: z.string() });
const Confirming = z.object({ subject: z.string(), passwordHash: z.string() });

/** Answers before anybody has looked whether the address is known, so that the answer cannot tell. */
export async function signUp(ctx: Ctx, { email, password }: SignUp): Promise<void> {
  await limitSignIn(ctx, email);
  await limitLetters(ctx, email);
  const { passwords } = ctx.accounts;
  assertPasswordFits({ password, email, isCommon: passwords.isCommon(password) });
  const pending: z.infer<typeof Pending> = { email, passwordHash: await passwords.hash(password) };
  const wanted = { kind: "sign-up", value: JSON.stringify(pending), seconds: linkSeconds } as const;
  await transact(ctx, async (tx) => {
    tx.emit(SignUpAsked, { ticket: await ctx.accounts.issueTicket(tx.db, wanted) });
    return null;
  });
}

export async function finishSignUp(ctx: Ctx<System>, { ticket }: { ticket: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const value = await ctx.accounts.useTicket(tx.db, "sign-up", ticket);
    if (value === null) return null;
    const pending = Pending.parse(JSON.parse(value));
    const { email, passwordHash } = pending;
    const known = await ctx.accounts.findByEmail(tx.db, email);
    if (known?.isEmailVerified) {
      await tellOwner(ctx, tx, email);
      return null;
    }
    if (known) await ctx.accounts.setPassword(tx.db, known.subject, passwordHash);
    const { subject } = known ?? (await ctx.accounts.create(tx.db, pending));
    await sendLink(ctx, tx, { email, subject, passwordHash });
    return null;
  });
}

/**
 * The password becomes the one that was typed when this very link was asked for: somebody else may have tried the
 * address too. It is asked for again, since a stranger's link, pressed in good faith, must not prove the stranger's account.
 */
export async function verifyEmail(ctx: Ctx, { token, password }: ConfirmEmail): Promise<void> {
  const value = await ctx.accounts.readTicket(ctx.db, "verify-email", token);
  if (value === null) throw new AppError("LINK_INVALID");
  const { subject, passwordHash } = Confirming.parse(JSON.parse(value));
  await guess(ctx, { email: subject, from: "confirm" }, async () => {
    if (!(await ctx.accounts.passwords.verify(passwordHash, password))) throw new AppError("PASSWORD_WRONG");
  });
  await transact(ctx, async (tx) => {
    if ((await ctx.accounts.useTicket(tx.db, "verify-email", token)) === null) throw new AppError("LINK_INVALID");
    const person = await ctx.accounts.find(tx.db, subject);
    if (!person || person.isEmailVerified) throw new AppError("LINK_INVALID");
    await ctx.accounts.setPassword(tx.db, subject, passwordHash);
    await ctx.accounts.confirmEmail(tx.db, subject);
    tx.emit(IdentityChanged, { issuer: "built-in", subject });
    return null;
  });
}

async function sendLink(ctx: Ctx, tx: Tx, to: z.infer<typeof Confirming> & { email: string }): Promise<void> {
  const { email, ...confirming } = to;
  const value = JSON.stringify(confirming);
  const word = await ctx.accounts.issueTicket(tx.db, { kind: "verify-email", value, seconds: linkSeconds });
  await sendMail(tx, {
    template: "verify-email",
    props: {
      link: `${ctx.publicUrl}/verify-email?token=${word}`,
      askedAt: tx.now.toISOString(),
      expiresAt: new Date(tx.now.getTime() + linkSeconds * 1000).toISOString(),
    },
    to: email,
    key: `verify-email:${confirming.subject}:${ctx.requestId}`,
    reason: "account",
  });
}

async function tellOwner(ctx: Ctx, tx: Tx, email: string): Promise<void> {
  await sendMail(tx, {
    template: "someone-tried-to-sign-up",
    props: { link: `${ctx.publicUrl}/sign-in`, at: tx.now.toISOString() },
    to: email,
    key: `someone-tried-to-sign-up:${ctx.requestId}`,
    reason: "security",
  });
}
