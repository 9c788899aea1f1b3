import { ProviderName } from "@muejam/contracts/provider";
import type { CodeAsked, WithCode } from "@muejam/contracts/second-factor";
import type { SessionList, SignIn } from "@muejam/contracts/sign-in";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { deviceOf } from "../../kernel/device-name.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity, Person } from "../../kernel/identity.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { spendCode } from "./account.codes.service.ts";
import { type Comer, type Entered, enter, isKnownDevice } from "./account.devices.service.ts";
import { assertLive, endAllSessions, endSessions } from "./account.ending.service.ts";
import { assertStep } from "./account.factor.policy.ts";
import { findFactor } from "./account.factor.repo.ts";
import { tellSpent } from "./account.factor.service.ts";
import { guess, limitCodes } from "./account.guesses.service.ts";
import { countPasskeys } from "./account.passkeys.repo.ts";
import { findRefreshSession } from "./account.refresh.service.ts";
import { assertOwnSession } from "./account.sessions.policy.ts";

/** An address that nobody has costs the statements of one that somebody has. */
const nobody = "00000000-0000-0000-0000-000000000000";
const stepSeconds = 5 * 60;
/** Whoever chooses a new password between the steps shuts the former one out; so does a provider that is removed. */
const FirstStep = z.union([
  z.object({ subject: z.string(), passwordHash: z.string() }),
  z.object({ subject: z.string(), provider: ProviderName }),
]);
type FirstStep = z.infer<typeof FirstStep>;

/** Whom a second factor guards gets no session yet, but a ticket for `finishSignIn`. */
export async function signIn(ctx: Ctx, { comer, ...given }: SignIn & { comer: Comer }): Promise<Entered | CodeAsked> {
  const from = await knownFrom(ctx, { ...comer, email: given.email });
  // The session comes first and alone, for a transaction must not wait for a password to be hashed. Without the
  // refresh token that follows nobody can use it.
  const { person, sessionId, passwordHash } = await guess(ctx, { email: given.email, from }, () =>
    ctx.accounts.signIn(ctx.db, { ...given, device: comer }),
  );
  return transact(ctx, async (tx) => {
    // Hashing takes its time, and whoever chose a new password meanwhile shut the former one out.
    const step = { subject: person.subject, passwordHash };
    if (!(await isCurrent(ctx, tx, step))) throw new AppError("SIGN_IN_FAILED");
    if (await findFactor(tx.db, person.subject)) {
      await ctx.accounts.endSessions(tx.db, [sessionId]);
      return askCode(ctx, tx, step);
    }
    return enter(ctx, tx, { person, sessionId, comer });
  });
}

/** A wrong code leaves the ticket as it is; how often one may try is limited for each person. */
export async function finishSignIn(ctx: Ctx, given: WithCode & { comer: Comer }): Promise<Entered> {
  const { ticket, code, comer } = given;
  await limitCodes(ctx, (await readFirstStep(ctx, ticket)).subject);
  return transact(ctx, async (tx) => {
    const person = await useFirstStep(ctx, tx, ticket);
    const { subject } = person;
    if ((await spendCode(ctx, tx, { subject, code })) === "paper") await tellSpent(ctx, tx, subject);
    const sessionId = await ctx.accounts.openSession(tx.db, subject, comer);
    return enter(ctx, tx, { person, sessionId, comer });
  });
}

export async function readFirstStep(ctx: Ctx, ticket: string): Promise<FirstStep> {
  return FirstStep.parse(JSON.parse(assertStep(await ctx.accounts.readTicket(ctx.db, "second-step", ticket))));
}

/** Who has taken the first step, which still leads to them. */
export async function useFirstStep(ctx: Ctx, tx: Tx, ticket: string): Promise<Person> {
  const value = assertStep(await ctx.accounts.useTicket(tx.db, "second-step", ticket));
  const step = FirstStep.parse(JSON.parse(value));
  return assertStep((await isCurrent(ctx, tx, step)) ? await ctx.accounts.find(tx.db, step.subject) : null);
}

async function isCurrent(ctx: Ctx, tx: Tx, step: FirstStep): Promise<boolean> {
  if ("passwordHash" in step) return (await ctx.accounts.findPasswordHash(tx.db, step.subject)) === step.passwordHash;
  return (await ctx.accounts.listLinks(tx.db, step.subject)).some(({ provider }) => provider === step.provider);
}

/** A browser that has been here before counts its wrong passwords for itself. */
async function knownFrom(ctx: Ctx, { email, mark }: { email: string; mark: string | null }): Promise<string | null> {
  if (mark === null) return null;
  const subject = (await ctx.accounts.findByEmail(ctx.db, email))?.subject ?? nobody;
  return (await isKnownDevice(ctx, subject, mark)) ? mark : null;
}

export async function askCode(ctx: Ctx, tx: Tx, step: FirstStep): Promise<CodeAsked> {
  const value = JSON.stringify(step);
  const ticket = await ctx.accounts.issueTicket(tx.db, { kind: "second-step", value, seconds: stepSeconds });
  const hasPasskey = (await countPasskeys(tx.db, step.subject)) > 0;
  return { ticket, hasPasskey, expiresAt: new Date(tx.now.getTime() + stepSeconds * 1000).toISOString() };
}

/** Nothing to end is ended already. */
export async function signOut(ctx: Ctx, refreshToken: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const sessionId = await findRefreshSession(ctx, tx, refreshToken);
    const session = sessionId && (await ctx.accounts.findSession(tx.db, sessionId));
    if (!session) return null;
    const { subject } = session;
    await endSessions(ctx, tx, { issuer: "built-in", subject, sessionIds: [sessionId], reason: "signed-out" });
    return null;
  });
}

export async function listSessions(ctx: Ctx, identity: Identity): Promise<SessionList> {
  await assertLive(ctx, identity);
  const sessions = await ctx.accounts.listSessions(ctx.db, identity.subject);
  return {
    sessions: sessions.map(({ id, userAgent, address, createdAt, seenAt }) => ({
      id,
      device: deviceOf(userAgent),
      address,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      isCurrent: id === identity.sessionId,
    })),
  };
}

export async function revokeSession(ctx: Ctx, identity: Identity, sessionId: string): Promise<void> {
  await assertLive(ctx, identity);
  await transact(ctx, async (tx) => {
    const own = await ctx.accounts.listSessions(tx.db, identity.subject);
    assertOwnSession(own, sessionId);
    await endSessions(ctx, tx, { ...identity, sessionIds: [sessionId], reason: "revoked" });
    tx.audit({ act: "session.revoked", subject: `session:${sessionId}` });
    return null;
  });
}

export async function revokeOtherSessions(ctx: Ctx, identity: Identity): Promise<void> {
  await assertLive(ctx, identity);
  await transact(ctx, async (tx) => {
    const { subject, sessionId } = identity;
    const wasAny = await endAllSessions(ctx, tx, { subject, but: sessionId, reason: "revoked" });
    if (wasAny) tx.audit({ act: "session.othersRevoked", subject: `session:${sessionId}` });
    return null;
  });
}
