import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Limit } from "../../kernel/limits.ts";

const perAddress: Limit = { name: "sign-in:address", limit: 10, windowSeconds: 60 };
const looks: Limit = { name: "sign-in:looks", limit: 60, windowSeconds: 60 };
const perAccount: Limit = { name: "sign-in:account", limit: 10, windowSeconds: 60 };
/** Nobody's mailbox is filled by strangers who type its address. */
const letters: Limit = { name: "sign-in:letters", limit: 5, windowSeconds: 3600 };

/** Each look at the page asks, before anybody has tried anything. */
export async function limitLooking(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind === "visitor") await take(ctx, looks, ctx.actor.address);
}

export async function limitPlace(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind === "visitor") await take(ctx, perAddress, ctx.actor.address);
}

/** Counted for addresses that nobody has just as for the others. */
export async function limitSignIn(ctx: Ctx, email: string): Promise<void> {
  await limitPlace(ctx);
  await take(ctx, perAccount, personOf(ctx, email));
}

export const limitLetters = (ctx: Ctx, email: string): Promise<void> => take(ctx, letters, personOf(ctx, email));

const personOf = (ctx: Ctx, email: string) => ctx.keys.mac("account.limit", email);

async function take(ctx: Ctx, limit: Limit, who: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await ctx.limits.take(limit, who);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}
