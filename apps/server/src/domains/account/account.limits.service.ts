import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Limit } from "../../kernel/limits.ts";
import { sendMail } from "../../kernel/mail.ts";
import { transact } from "../../kernel/transact.ts";

const perAddress: Limit = { name: "sign-in:address", limit: 10, windowSeconds: 60 };
const perAccount: Limit = { name: "sign-in:account", limit: 10, windowSeconds: 60 };
/** Of a million codes three are good at a time: with so few tries, finding one takes years. */
const codes: Limit = { name: "sign-in:codes", limit: 10, windowSeconds: 3600 };
const toldOfCodes: Limit = { name: "sign-in:codes-told", limit: 1, windowSeconds: 86_400 };
/** Nobody's mailbox is filled by strangers who type its address. */
const letters: Limit = { name: "sign-in:letters", limit: 5, windowSeconds: 3600 };

/** Counted for addresses that nobody has just as for the others. */
export async function limitSignIn(ctx: Ctx, email: string): Promise<void> {
  if (ctx.actor.kind === "visitor") await take(ctx, perAddress, ctx.actor.address);
  await take(ctx, perAccount, personOf(ctx, email));
}

/** Whoever gives a code has signed in, or given the password: they are known already. */
export async function limitCodes(ctx: Ctx, subject: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await ctx.limits.take(codes, personOf(ctx, subject));
  if (allowed) return;
  if ((await ctx.limits.take(toldOfCodes, personOf(ctx, subject))).allowed) await tellLocked(ctx, subject);
  throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

export const limitLetters = (ctx: Ctx, email: string): Promise<void> => take(ctx, letters, personOf(ctx, email));

const personOf = (ctx: Ctx, email: string) => ctx.keys.mac("account.limit", email);

async function take(ctx: Ctx, limit: Limit, who: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await ctx.limits.take(limit, who);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

async function tellLocked(ctx: Ctx, subject: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const email = (await ctx.accounts.find(tx.db, subject))?.email;
    if (!email) return null;
    await sendMail(tx, {
      template: "sign-in-locked",
      props: { link: `${ctx.publicUrl}/forgot-password`, at: tx.now.toISOString(), tried: "code" },
      to: email,
      key: `sign-in-locked:code:${subject}:${tx.now.toISOString().slice(0, 10)}`,
      reason: "security",
    });
    return null;
  });
}
