import type { BackupCodes, ByCode, FactorBegun, FactorView, WithCode } from "@muejam/contracts/second-factor";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import type { Identity } from "../../kernel/identity.ts";
import { sendMail } from "../../kernel/mail.ts";
import { findStep, newSecret, otpauthUri } from "../../kernel/totp.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { asWritten, factorPurpose, keepBackupCodes, newBackupCodes, spendCode } from "./account.codes.service.ts";
import { assertLive } from "./account.ending.service.ts";
import { assertOwnStep, assertRightCode, assertUnguarded } from "./account.factor.policy.ts";
import * as repo from "./account.factor.repo.ts";
import { limitCodes } from "./account.guesses.service.ts";
import { noteOf } from "./account.safety.service.ts";
import { proveSelf } from "./account.ways.service.ts";

const setUpSeconds = 15 * 60;

const Begun = z.object({ subject: z.string(), secret: z.string() });

export async function readFactor(ctx: Ctx, identity: Identity): Promise<FactorView> {
  await assertLive(ctx, identity);
  const factor = await repo.findFactor(ctx.db, identity.subject);
  const codesLeft = await repo.countBackupCodes(ctx.db, identity.subject);
  return { since: factor?.createdAt.toISOString() ?? null, codesLeft };
}

/** Whoever holds only a session must not be able to shut the owner out. */
export async function beginFactor(ctx: Ctx, identity: Identity): Promise<FactorBegun> {
  const { subject, name } = await proveSelf(ctx, identity);
  const secret = newSecret();
  return transact(ctx, async (tx) => {
    assertUnguarded((await repo.findFactor(tx.db, subject)) !== null);
    const value = JSON.stringify({ subject, secret });
    const ticket = await ctx.accounts.issueTicket(tx.db, { kind: "set-up-factor", value, seconds: setUpSeconds });
    const expiresAt = new Date(tx.now.getTime() + setUpSeconds * 1000).toISOString();
    return { ticket, secret, uri: otpauthUri({ secret, name }), expiresAt };
  });
}

/** Only a secret that somebody's app has got guards anything. */
export async function confirmFactor(ctx: Ctx, identity: Identity, { ticket, code }: WithCode): Promise<BackupCodes> {
  await assertLive(ctx, identity);
  const { subject } = identity;
  await limitCodes(ctx, subject);
  const codes = newBackupCodes();
  await transact(ctx, async (tx) => {
    const value = await ctx.accounts.useTicket(tx.db, "set-up-factor", ticket);
    const { secret } = assertOwnStep(value === null ? null : Begun.parse(JSON.parse(value)), subject);
    const lastStep = findStep(secret, code, tx.now) ?? 0;
    assertRightCode(lastStep > 0);
    const secretSealed = ctx.keys.encrypt(factorPurpose, secret);
    const isFirst = await repo.insertFactor(tx.db, { subject, secretSealed, lastStep, createdAt: tx.now });
    assertUnguarded(!isFirst);
    await keepBackupCodes(ctx, tx, { subject, codes });
    await tell(ctx, tx, { subject, act: "on" });
    return null;
  });
  return { codes: codes.map(asWritten) };
}

export async function removeFactor(ctx: Ctx, identity: Identity, { code }: ByCode): Promise<void> {
  await assertLive(ctx, identity);
  const { subject } = identity;
  await limitCodes(ctx, subject);
  await transact(ctx, async (tx) => {
    await spendCode(ctx, tx, { subject, code });
    await repo.deleteFactor(tx.db, subject);
    await tell(ctx, tx, { subject, act: "off" });
    return null;
  });
}

export async function renewBackupCodes(ctx: Ctx, identity: Identity, { code }: ByCode): Promise<BackupCodes> {
  await assertLive(ctx, identity);
  const { subject } = identity;
  await limitCodes(ctx, subject);
  const codes = newBackupCodes();
  await transact(ctx, async (tx) => {
    await spendCode(ctx, tx, { subject, code });
    await keepBackupCodes(ctx, tx, { subject, codes });
    await tell(ctx, tx, { subject, act: "renewed" });
    return null;
  });
  return { codes: codes.map(asWritten) };
}

export async function tellSpent(ctx: Ctx, tx: Tx, subject: string): Promise<void> {
  await mail(ctx, tx, { subject, act: "spent" });
}

type Happened = { subject: string; act: "on" | "off" | "renewed" };

const kinds = { on: "second_factor_on", off: "second_factor_off", renewed: "backup_codes_renewed" } as const;
const acts = { on: "factor.on", off: "factor.off", renewed: "factor.codesRenewed" } as const;

async function tell(ctx: Ctx, tx: Tx, { subject, act }: Happened): Promise<void> {
  await noteOf(tx, { issuer: "built-in", subject }, { kind: kinds[act] });
  tx.audit({ act: acts[act], subject: `identity:built-in:${subject}` });
  await mail(ctx, tx, { subject, act });
}

async function mail(
  ctx: Ctx,
  tx: Tx,
  { subject, act }: { subject: string; act: Happened["act"] | "spent" },
): Promise<void> {
  const email = (await ctx.accounts.find(tx.db, subject))?.email;
  if (!email) return;
  const codesLeft = await repo.countBackupCodes(tx.db, subject);
  await sendMail(tx, {
    template: "second-factor-changed",
    props: { link: `${ctx.publicUrl}/settings/security`, at: tx.now.toISOString(), act, codesLeft },
    to: email,
    key: `second-factor-changed:${subject}:${ctx.requestId}`,
    reason: "security",
  });
}
