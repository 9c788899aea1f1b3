import type { ResetPassword } from "@muejam/contracts/sign-in";
import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { sendMail } from "../../kernel/mail.ts";
import { transact } from "../../kernel/transact.ts";
import { endAllSessions } from "./account.ending.service.ts";
import { IdentityChanged, ResetAsked } from "./account.events.ts";
import { limitLetters, limitSignIn } from "./account.limits.service.ts";
import { assertPasswordFits } from "./account.sessions.policy.ts";

const hourSeconds = 3600;

/** The password that is to be replaced goes with the link: once it has been, older links are about nothing. */
const Resetting = z.object({ subject: z.string(), passwordHash: z.string().nullable() });

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
    const resetting = { subject, passwordHash: await ctx.accounts.findPasswordHash(tx.db, subject) };
    const word = await ctx.accounts.issueTicket(tx.db, {
      kind: "reset-password",
      value: JSON.stringify(resetting),
      seconds: hourSeconds,
    });
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

/** The new password ends every session; the link came by mail, so the address is confirmed as well. */
export async function resetPassword(ctx: Ctx, { token, password }: ResetPassword): Promise<void> {
  const { passwords, ...accounts } = ctx.accounts;
  const asked = await accounts.readTicket(ctx.db, "reset-password", token);
  const person = asked === null ? null : await accounts.find(ctx.db, Resetting.parse(JSON.parse(asked)).subject);
  if (!person) throw new AppError("LINK_INVALID");
  assertPasswordFits({ password, email: person.email, isCommon: passwords.isCommon(password) });
  // Before the link is used up: a full queue must not cost the person their link.
  const passwordHash = await passwords.hash(password);
  await transact(ctx, async (tx) => {
    const value = await accounts.useTicket(tx.db, "reset-password", token);
    if (value === null) throw new AppError("LINK_INVALID");
    const { subject, passwordHash: former } = Resetting.parse(JSON.parse(value));
    if ((await accounts.findPasswordHash(tx.db, subject)) !== former) throw new AppError("LINK_INVALID");
    await accounts.setPassword(tx.db, subject, passwordHash);
    await accounts.confirmEmail(tx.db, subject);
    await endAllSessions(ctx, tx, { subject, reason: "reset" });
    tx.audit({ act: "password.reset", subject: `identity:built-in:${subject}` });
    tx.emit(IdentityChanged, { issuer: "built-in", subject });
    return null;
  });
}
