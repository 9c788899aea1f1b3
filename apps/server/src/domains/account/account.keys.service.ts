import { createHash, randomBytes } from "node:crypto";
import {
  type Key,
  type KeyInput,
  type KeyList,
  type KeyMade,
  type KeyRef,
  type KeyRotation,
  Scope,
} from "@muejam/contracts/account";
import { z } from "zod";
import type * as actors from "../../kernel/actor.ts";
import { asSystem, type Ctx } from "../../kernel/ctx.ts";
import { dayMs, daysBefore } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { randomId } from "../../kernel/ids.ts";
import type { Limit } from "../../kernel/limits.ts";
import { sendMail } from "../../kernel/mail.ts";
import { isSameText } from "../../kernel/same-text.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { addressOf } from "./account.addresses.service.ts";
import * as repo from "./account.keys.repo.ts";
import { readPerson } from "./account.people.service.ts";
import {
  assertKeyLive,
  assertProvenLately,
  assertRoomForKey,
  assertRoomForSuccessor,
  chooseProfile,
} from "./account.policy.ts";
import { note } from "./account.safety.service.ts";

const KeyRecord: z.ZodType<repo.KeyRecord> = z.object({
  accountId: z.uuid(),
  profileId: z.uuid(),
  scopes: z.array(Scope),
  secretHash: z.string(),
  expiresAt: z.iso.datetime(),
  isRevoked: z.boolean(),
});

const hourMs = 3_600_000;
const endedShownDays = 30;

/** What an engineer's program sends instead of a token: `mj_<key id>_<32 random bytes>`. */
const form = /^mj_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([\w-]{43})$/;

export async function resolveKey(ctx: Ctx, given: string, actingAs: string | undefined): Promise<actors.Key> {
  const [, ...parts] = form.exec(given) ?? [];
  const secret = parts.pop();
  if (secret === undefined) throw new AppError("KEY_INVALID");
  const keyId = parts.join("-");
  const key = await readKey(ctx, keyId);
  // An unknown key is compared as well, so that the time tells nothing.
  const isRight = isSameText(hashOf(secret), key?.secretHash ?? hashOf(keyId));
  if (!key || !isRight) throw new AppError("KEY_INVALID");
  assertKeyLive(key, ctx.now());
  const { accountId, scopes } = key;
  const { profileIds, isEmailVerified } = await readPerson(ctx, accountId);
  const own = profileIds.filter((id) => id === key.profileId);
  const profileId = chooseProfile(own, actingAs);
  await noteUse(ctx, keyId);
  return { kind: "key", keyId, accountId, profileId, scopes, isEmailVerified };
}

export const listKeys = async (ctx: Ctx<actors.Holder>): Promise<KeyList> => ({
  keys: await repo.listKeys(ctx.db, ctx.actor.accountId, { endedAfter: daysBefore(ctx.now(), endedShownDays) }),
});

export const countKeys = (ctx: Ctx<actors.Holder>): Promise<number> =>
  repo.countKeys(ctx.db, { accountId: ctx.actor.accountId, now: ctx.now() });

export function createKey(ctx: Ctx<actors.Member>, input: KeyInput): Promise<KeyMade> {
  assertProvenLately(ctx.actor, ctx.now());
  return withSecret(ctx, async (tx, secretHash) => {
    assertRoomForKey(await repo.lockAndCountKeys(tx.db, { accountId: ctx.actor.accountId, now: tx.now }));
    const { name, scopes, expiresInDays } = input;
    const key = { name, scopes, secretHash, profileId: ctx.actor.profileId, days: expiresInDays };
    const made = await insert(ctx, tx, key);
    await note(tx, ctx.actor.accountId, { kind: "key_created", detail: { keyId: made.id } });
    await tellOwner(ctx, tx, made);
    return made;
  });
}

/** The new one has the name, the scopes, and as many days as the former was made for, which goes on for the overlap. */
export function rotateKey(ctx: Ctx<actors.Member>, { id, overlapHours }: KeyRotation): Promise<KeyMade> {
  const { accountId } = ctx.actor;
  assertProvenLately(ctx.actor, ctx.now());
  return withSecret(ctx, async (tx, secretHash) => {
    const { now } = tx;
    assertRoomForSuccessor(await repo.lockAndCountKeys(tx.db, { accountId, now }));
    const former = await repo.findRotated(tx.db, { id, accountId, now });
    if (!former) throw new AppError("NOT_FOUND");
    const { name, scopes, profileId, createdAt, expiresAt } = former;
    const ends = new Date(Math.min(Date.parse(expiresAt), now.getTime() + overlapHours * hourMs));
    if (overlapHours === 0) await repo.revokeKey(tx.db, { id, accountId }, now);
    else await repo.replaceKey(tx.db, id, { replacedAt: now, expiresAt: ends });
    const days = Math.max(1, Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / dayMs));
    const made = await insert(ctx, tx, { name, scopes, secretHash, profileId, days });
    await note(tx, accountId, { kind: "key_rotated", detail: { keyId: made.id, overlapHours } });
    tx.audit({ act: "key.rotated", subject: `key:${id}`, detail: { successor: made.id, overlapHours } });
    tx.touch(tagOf(id));
    await tellOwner(ctx, tx, made);
    return made;
  });
}

export const revokeKey = (ctx: Ctx<actors.Member>, ref: KeyRef): Promise<KeyRef> =>
  transact(ctx, async (tx) => ({ id: (await revoke(ctx, tx, ref)).id }));

const used: Limit = { name: "key.used", limit: 1, windowSeconds: 60, memoryOnly: true };

const readKey = (ctx: Ctx, id: string) =>
  ctx.cache.read({
    key: `account.key:${id}`,
    tags: [tagOf(id)],
    ttlSeconds: 300,
    schema: KeyRecord.nullable(),
    load: () => repo.findRecord(ctx.db, id),
  });

/** The secret is no part of the transaction's answer, which is kept: only the call that made it knows it. */
async function withSecret(ctx: Ctx, make: (tx: Tx, secretHash: string) => Promise<Key>): Promise<KeyMade> {
  const secret = randomBytes(32).toString("base64url");
  let isFirst = false;
  const key = await transact(ctx, (tx) => {
    isFirst = true;
    return make(tx, hashOf(secret));
  });
  return { key, secret: isFirst ? `mj_${key.id.replaceAll("-", "")}_${secret}` : null };
}

type NewKey = { name: string; scopes: Scope[]; secretHash: string; profileId: string; days: number };

async function insert(ctx: Ctx<actors.Member>, tx: Tx, { days, ...key }: NewKey): Promise<Key> {
  const { accountId } = ctx.actor;
  const id = randomId();
  const expiresAt = new Date(tx.now.getTime() + days * dayMs);
  const made = await repo.insertKey(tx.db, { id, accountId, createdAt: tx.now, expiresAt, ...key });
  tx.audit({ act: "key.created", subject: `key:${id}`, detail: { scopes: key.scopes.join(" ") } });
  tx.touch(tagOf(id));
  return made;
}

async function tellOwner(ctx: Ctx<actors.Member>, tx: Tx, { id, name, scopes, expiresAt }: Key): Promise<void> {
  const to = await addressOf({ ...ctx, db: tx.db }, ctx.actor.accountId);
  if (to === null) return;
  await sendMail(tx, {
    template: "key-made",
    props: { link: `${ctx.publicUrl}/settings/keys`, at: tx.now.toISOString(), name, scopes, expiresAt },
    to,
    key: `key-made:${id}`,
    reason: "security",
  });
}

async function revoke(ctx: Ctx<actors.Member>, tx: Tx, { id }: KeyRef): Promise<Key> {
  const { accountId } = ctx.actor;
  const key = await repo.revokeKey(tx.db, { id, accountId }, tx.now);
  if (!key) throw new AppError("NOT_FOUND");
  await note(tx, accountId, { kind: "key_revoked", detail: { keyId: id } });
  tx.audit({ act: "key.revoked", subject: `key:${id}` });
  tx.touch(tagOf(id));
  return key;
}

/** At most once a minute, for a busy key would otherwise write as often as it reads. */
async function noteUse(ctx: Ctx, keyId: string): Promise<void> {
  if (!(await ctx.limits.take(used, keyId)).allowed) return;
  await transact(asSystem(ctx, "key.used"), async (tx) => {
    await repo.noteUse(tx.db, keyId, { now: tx.now, before: new Date(tx.now.getTime() - 60_000) });
    return null;
  });
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
const tagOf = (id: string) => `key:${id}`;
