import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Person } from "../../kernel/identity.ts";
import type { Limit } from "../../kernel/limits.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { SignInLocked } from "./account.events.ts";
import * as repo from "./account.guesses.repo.ts";
import { limitSignIn } from "./account.limits.service.ts";
import { lockMinutes, wrongInARow } from "./account.sessions.policy.ts";

/** `from` is what is known of whoever tries, such as their browser: a stranger's tries must not lock the owner out. */
type Tried = { email: string; from: string | null };
type Guess = { email: string; person: string; place: string | null };

const stampPurpose = "account.guess";
/** Of a million codes three are good at a time: with so few tries, finding one takes years. */
const codes: Limit = { name: "sign-in:codes", limit: 10, windowSeconds: 3600 };
const tellings: Limit = { name: "sign-in:codes-told", limit: 1, windowSeconds: 86_400 };

/** Compares, and counts what was wrong. */
export async function guess<T>(ctx: Ctx, tried: Tried, compare: () => Promise<T>): Promise<T> {
  const begun = await begin(ctx, tried);
  const right = await compare().catch(async (error: unknown) => {
    if (error instanceof AppError && isWrong(error)) await countWrong(ctx, begun);
    throw error;
  });
  await forgive(ctx, begun);
  return right;
}

/** Whoever gives a code has signed in, or given the password: they are known already. */
export async function limitCodes(ctx: Ctx, subject: string): Promise<void> {
  const who = ctx.keys.mac("account.limit", subject);
  const { allowed, retryAfterSeconds } = await ctx.limits.take(codes, who);
  if (allowed) return;
  if ((await ctx.limits.take(tellings, who)).allowed)
    await transact(ctx, async (tx) => {
      const person = await ctx.accounts.find(tx.db, subject);
      if (person) await tell(ctx, tx, { person, tried: "code" });
      return null;
    });
  throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

export async function tellLocked(ctx: Ctx<System>, { ticket }: { ticket: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const email = await ctx.accounts.useTicket(tx.db, "tell-locked", ticket);
    const person = email === null ? null : await ctx.accounts.findByEmail(tx.db, email);
    if (person) await tell(ctx, tx, { person, tried: "password" });
    return null;
  });
}

/** Counted and refused alike for addresses that nobody has. */
async function begin(ctx: Ctx, { email, from }: Tried): Promise<Guess> {
  const who = from === null ? email : `${email} ${from}`;
  await limitSignIn(ctx, who);
  const stamp = (text: string) => ctx.keys.mac(stampPurpose, text);
  const place = ctx.actor.kind === "visitor" ? stamp(`place ${ctx.actor.address}`) : null;
  const guess: Guess = { email, person: stamp(`person ${who}`), place };
  const now = ctx.now();
  const lockedUntil = await repo.findLock(ctx.db, stampsOf(guess), now);
  if (lockedUntil)
    throw new AppError("RATE_LIMITED", {
      retryAfterSeconds: Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000),
    });
  return guess;
}

async function countWrong(ctx: Ctx, { email, person, place }: Guess): Promise<void> {
  await transact(ctx, async (tx) => {
    const lockedUntil = new Date(tx.now.getTime() + lockMinutes * 60_000);
    const rowSince = new Date(tx.now.getTime() - wrongInARow.minutes * 60_000);
    const count = (stamp: string, most: number) =>
      repo.countWrong(tx.db, { stamp, now: tx.now, rowSince, most, lockedUntil });
    if (place) await count(place, wrongInARow.fromOnePlace);
    if ((await count(person, wrongInARow.ofOnePerson)) !== wrongInARow.ofOnePerson) return null;
    const wanted = { kind: "tell-locked", value: email, seconds: 3600 } as const;
    tx.emit(SignInLocked, { ticket: await ctx.accounts.issueTicket(tx.db, wanted) });
    return null;
  });
}

/** The place keeps its count: a right password of one's own must not buy more tries at others. */
const forgive = (ctx: Ctx, { person }: Guess): Promise<void> => repo.forgetWrong(ctx.db, person);

/** Once a day at most, and only to an address that somebody has proven. */
async function tell(
  ctx: Ctx,
  tx: Tx,
  { person, tried }: { person: Person; tried: "password" | "code" },
): Promise<void> {
  const { subject, email, isEmailVerified } = person;
  if (!email || !isEmailVerified) return;
  const at = tx.now.toISOString();
  await sendMail(tx, {
    template: "sign-in-locked",
    props: { link: `${ctx.publicUrl}/forgot-password`, at, tried },
    to: email,
    key: `sign-in-locked:${tried}:${subject}:${at.slice(0, 10)}`,
    reason: "security",
  });
}

const stampsOf = ({ person, place }: Guess) => (place === null ? [person] : [person, place]);
const isWrong = ({ code }: AppError) => code === "SIGN_IN_FAILED" || code === "PASSWORD_WRONG";
