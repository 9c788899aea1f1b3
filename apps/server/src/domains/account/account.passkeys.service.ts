import type {
  BeginPasskey,
  ByPasskey,
  NewPasskey,
  PasskeyBegun,
  PasskeyList,
  PasskeyView,
  RenamePasskey,
} from "@muejam/contracts/passkey";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import { randomId } from "../../kernel/ids.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { spendCode } from "./account.codes.service.ts";
import { assertLive } from "./account.ending.service.ts";
import { assertOwnStep, assertRightCode } from "./account.factor.policy.ts";
import { findFactor } from "./account.factor.repo.ts";
import { limitCodes } from "./account.guesses.service.ts";
import { assertPasskey, assertRoomForPasskey } from "./account.passkeys.policy.ts";
import * as repo from "./account.passkeys.repo.ts";
import { lockIdentity } from "./account.repo.ts";
import { noteOf } from "./account.safety.service.ts";
import { assertWayLeft, proveSelf } from "./account.ways.service.ts";

const setUpSeconds = 15 * 60;
const Begun = z.object({ subject: z.string(), challenge: z.string() });

export async function listPasskeys(ctx: Ctx, identity: Identity): Promise<PasskeyList> {
  await assertLive(ctx, identity);
  return { passkeys: await repo.listPasskeys(ctx.db, identity.subject) };
}

/** A passkey signs in by itself, so whoever a code guards gives one before a passkey stands beside it. */
export async function beginPasskey(ctx: Ctx, identity: Identity, { code }: BeginPasskey): Promise<PasskeyBegun> {
  const { subject, name } = await proveSelf(ctx, identity);
  const isGuarded = (await findFactor(ctx.db, subject)) !== null;
  assertRightCode(!isGuarded || code !== undefined);
  if (isGuarded) await limitCodes(ctx, subject);
  const known = await repo.listCredentials(ctx.db, subject);
  assertRoomForPasskey(known.length);
  const { challenge, options } = await ctx.accounts.passkeys.askNew({ subject, name, known });
  return transact(ctx, async (tx) => {
    if (isGuarded && code !== undefined) await spendCode(ctx, tx, { subject, code });
    const value = JSON.stringify({ subject, challenge } satisfies z.infer<typeof Begun>);
    const ticket = await ctx.accounts.issueTicket(tx.db, { kind: "set-up-passkey", value, seconds: setUpSeconds });
    return { ticket, options };
  });
}

export async function addPasskey(ctx: Ctx, identity: Identity, given: NewPasskey): Promise<PasskeyView> {
  const { subject } = await proveSelf(ctx, identity);
  const { ticket, name, made } = given;
  return transact(ctx, async (tx) => {
    await lockIdentity(tx.db, { issuer: "built-in", subject });
    const value = await ctx.accounts.useTicket(tx.db, "set-up-passkey", ticket);
    const { challenge } = assertOwnStep(value === null ? null : Begun.parse(JSON.parse(value)), subject);
    const key = assertPasskey(await ctx.accounts.passkeys.readNew(made, challenge));
    assertRoomForPasskey(await repo.countPasskeys(tx.db, subject));
    const id = randomId();
    const isFree = await repo.insertPasskey(tx.db, { id, subject, name, ...key, createdAt: tx.now });
    assertPasskey(isFree || null);
    await tell(ctx, tx, { subject, act: "added", name });
    return { id, name, isSynced: key.isSynced, createdAt: tx.now.toISOString(), lastUsedAt: null };
  });
}

/** By its name somebody tells it from others, and it opens nothing: a session is enough. */
export async function renamePasskey(ctx: Ctx, identity: Identity, { id, name }: RenamePasskey): Promise<void> {
  await assertLive(ctx, identity);
  await transact(ctx, async (tx) => {
    if (!(await repo.renamePasskey(tx.db, { id, subject: identity.subject, name }))) throw new AppError("NOT_FOUND");
    return null;
  });
}

export async function removePasskey(ctx: Ctx, identity: Identity, { id }: ByPasskey): Promise<void> {
  const { subject } = await proveSelf(ctx, identity);
  await transact(ctx, async (tx) => {
    // Of two who each remove one, the second sees what the first has left.
    await lockIdentity(tx.db, { issuer: "built-in", subject });
    const name = await repo.deletePasskey(tx.db, { id, subject });
    if (name === null) throw new AppError("NOT_FOUND");
    await assertWayLeft(ctx, tx, subject);
    await tell(ctx, tx, { subject, act: "removed", name });
    return null;
  });
}

type Happened = { subject: string; act: "added" | "removed"; name: string };

async function tell(ctx: Ctx, tx: Tx, { subject, act, name }: Happened): Promise<void> {
  await noteOf(tx, { issuer: "built-in", subject }, { kind: `passkey_${act}`, detail: { name } });
  tx.audit({ act: `passkey.${act}`, subject: `identity:built-in:${subject}` });
  const email = (await ctx.accounts.find(tx.db, subject))?.email;
  if (!email) return;
  await sendMail(tx, {
    template: "passkey-changed",
    props: { link: `${ctx.publicUrl}/settings/security`, at: tx.now.toISOString(), act, name },
    to: email,
    key: `passkey-changed:${subject}:${ctx.requestId}`,
    reason: "security",
  });
}
