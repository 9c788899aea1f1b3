import type { AskPasskey, PasskeyBegun, WithPasskey } from "@muejam/contracts/passkey";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import type { Identity } from "../../kernel/identity.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { type Comer, type Entered, enter } from "./account.devices.service.ts";
import { assertLive } from "./account.ending.service.ts";
import { assertOwnStep, assertStep } from "./account.factor.policy.ts";
import { limitLooking, limitPlace } from "./account.limits.service.ts";
import { assertPasskey } from "./account.passkeys.policy.ts";
import * as repo from "./account.passkeys.repo.ts";
import type { Proven } from "./account.refresh.service.ts";
import { readFirstStep, useFirstStep } from "./account.sessions.service.ts";
import { keepProof } from "./account.ways.service.ts";

/** A browser offers passkeys as long as somebody looks at the page. */
const stepSeconds = 15 * 60;
const AskedFor = z.object({ challenge: z.string(), step: z.string().nullable() });

/** Alone it takes the place of the password and the code, since its device makes sure who holds it; after the password, of the code. */
export async function askPasskey(ctx: Ctx, { step }: AskPasskey): Promise<PasskeyBegun> {
  await limitLooking(ctx);
  const first = step === undefined ? null : await readFirstStep(ctx, step);
  const only = first && (await repo.listCredentials(ctx.db, first.subject));
  const { challenge, options } = await ctx.accounts.passkeys.ask(only);
  const value = JSON.stringify({ challenge, step: step ?? null } satisfies z.infer<typeof AskedFor>);
  return transact(ctx, async (tx) => ({
    ticket: await ctx.accounts.issueTicket(tx.db, { kind: "passkey", value, seconds: stepSeconds }),
    options,
  }));
}

export async function enterWithPasskey(
  ctx: Ctx,
  { ticket, given, comer }: WithPasskey & { comer: Comer },
): Promise<Entered> {
  await limitPlace(ctx);
  return transact(ctx, async (tx) => {
    const value = assertStep(await ctx.accounts.useTicket(tx.db, "passkey", ticket));
    const { challenge, step } = AskedFor.parse(JSON.parse(value));
    const key = assertPasskey(await repo.findPasskey(tx.db, given.id));
    if (step !== null) assertPasskey((await useFirstStep(ctx, tx, step)).subject === key.subject || null);
    const isHolderSure = step === null;
    const counter = assertPasskey(await ctx.accounts.passkeys.read(given, { challenge, key, isHolderSure }));
    await repo.usePasskey(tx.db, key.id, { counter, lastUsedAt: tx.now });
    return open(ctx, tx, { subject: key.subject, comer });
  });
}

const AskedToProve = z.object({ challenge: z.string(), subject: z.string() });

/** For whoever is signed in and has no password, or would rather not type it. */
export async function askToProve(ctx: Ctx, identity: Identity): Promise<PasskeyBegun> {
  await assertLive(ctx, identity);
  const { challenge, options } = await ctx.accounts.passkeys.ask(null);
  const value = JSON.stringify({ challenge, subject: identity.subject } satisfies z.infer<typeof AskedToProve>);
  return transact(ctx, async (tx) => ({
    ticket: await ctx.accounts.issueTicket(tx.db, { kind: "prove-passkey", value, seconds: stepSeconds }),
    options,
  }));
}

export async function proveByPasskey(ctx: Ctx, identity: Identity, { ticket, given }: WithPasskey): Promise<Proven> {
  await limitPlace(ctx);
  await assertLive(ctx, identity);
  return transact(ctx, async (tx) => {
    const value = assertStep(await ctx.accounts.useTicket(tx.db, "prove-passkey", ticket));
    const { subject, challenge } = assertOwnStep(AskedToProve.parse(JSON.parse(value)), identity.subject);
    const key = assertPasskey(await repo.findPasskey(tx.db, given.id));
    assertPasskey(key.subject === subject || null);
    const counter = assertPasskey(await ctx.accounts.passkeys.read(given, { challenge, key, isHolderSure: true }));
    await repo.usePasskey(tx.db, key.id, { counter, lastUsedAt: tx.now });
    const person = assertPasskey(await ctx.accounts.find(tx.db, subject));
    return keepProof(ctx, tx, { person, sessionId: identity.sessionId });
  });
}

async function open(ctx: Ctx, tx: Tx, { subject, comer }: { subject: string; comer: Comer }): Promise<Entered> {
  const person = assertPasskey(await ctx.accounts.find(tx.db, subject));
  const sessionId = await ctx.accounts.openSession(tx.db, subject, comer);
  return enter(ctx, tx, { person, sessionId, comer });
}
