import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { as, countQueries, ctxOf, make, refusal, runJobs } from "../../test/harness.ts";
import { limitless } from "../../test/limitless.ts";
import { lettersTo, newEmail } from "../../test/sign-in.ts";
import { resolveKey } from "./account.keys.service.ts";

const { db } = ctxOf(make.system());
const resolve = (secret: string, actingAs?: string, changes = {}) =>
  resolveKey(ctxOf(make.visitor(), changes), secret, actingAs);
const newKey = async (member: Member, scopes: ("read" | "write" | "moderate")[] = ["read"]) => {
  const { key, secret } = await as(member).account.createKey({ name: "reader", scopes });
  return { ...key, secret: secret ?? "" };
};

test("a key is shown once, acts as the face that made it, and only its hash is kept", async () => {
  const member = await make.person();
  const { queries, result } = await countQueries(() =>
    as(member).account.createKey({ name: " my reader ", scopes: ["read", "write"] }),
  );
  expect(queries).toBeLessThanOrEqual(9);
  expect(result.key).toMatchObject({ name: "my reader", profileId: member.profileId, lastUsedAt: null });
  const days = (Date.parse(result.key.expiresAt) - Date.parse(result.key.createdAt)) / 86_400_000;
  expect(days).toBe(365);
  const secret = result.secret ?? "";
  expect(secret).toMatch(/^mj_[0-9a-f]{32}_[\w-]{43}$/);
  expect(await resolve(secret)).toEqual({
    kind: "key",
    keyId: result.key.id,
    accountId: member.accountId,
    profileId: member.profileId,
    scopes: ["read", "write"],
    isEmailVerified: true,
  });
  const row = await db.apiKey.findUniqueOrThrow({ where: { id: result.key.id } });
  expect(row.secretHash).toBe(createHash("sha256").update(secret.slice(36)).digest("hex"));
  const { keys } = await as(member).account.listKeys();
  expect(JSON.stringify(keys)).not.toContain(secret.slice(36));
  expect(keys.map(({ id }) => id)).toEqual([result.key.id]);
  expect(await auditOf(`key:${result.key.id}`)).toEqual([{ act: "key.created", detail: { scopes: "read write" } }]);
});

test("its owner is told by mail of each key, but not what opens with it", async () => {
  const email = newEmail();
  const member = await make.person({ email });
  const { id, secret } = await newKey(member);
  await as(member).account.rotateKey({ id });
  await runJobs();
  const letters = await lettersTo(email);
  expect(letters.map(({ subject }) => subject)).toEqual(Array(2).fill("A new key opens your MueJam account"));
  expect(JSON.stringify(letters)).not.toContain(secret.slice(36));
});

test("a repeat of the same call names the key that was made, and says no secret", async () => {
  const [member, idempotencyKey] = [await make.person(), randomUUID()];
  const create = () => as(member, { idempotencyKey }).account.createKey({ name: "once", scopes: ["read"] });
  const first = await create();
  expect(first.secret).not.toBeNull();
  expect(await create()).toEqual({ key: first.key, secret: null });
  expect((await as(member).account.listKeys()).keys).toHaveLength(1);
});

test("a key that was never made, and one with another secret, are unknown", async () => {
  const { secret } = await newKey(await make.person());
  const other = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
  for (const wrong of [other, "mj_", `mj_${"0".repeat(32)}_${"A".repeat(43)}`, `${secret}A`, secret.toUpperCase()])
    await expect(resolve(wrong)).rejects.toMatchObject({ code: "KEY_INVALID" });
});

test("a key ends with its day, and at once when it is revoked", async () => {
  const member = await make.person();
  const key = await newKey(member);
  await resolve(key.secret);
  const later = { now: () => new Date(Date.now() + 366 * 86_400_000) };
  await expect(resolve(key.secret, undefined, later)).rejects.toMatchObject({ code: "KEY_EXPIRED" });
  const { queries } = await countQueries(() => as(member).account.revokeKey({ id: key.id }));
  expect(queries).toBeLessThanOrEqual(5);
  await expect(resolve(key.secret)).rejects.toMatchObject({ code: "KEY_INVALID" });
  await expect(as(member).account.revokeKey({ id: key.id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await auditOf(`key:${key.id}`)).toEqual([
    { act: "key.created", detail: { scopes: "read" } },
    { act: "key.revoked", detail: {} },
  ]);
});

test("rotating makes a successor at once, and the former key goes on for the overlap", async () => {
  const member = await make.person();
  const { key, secret } = await as(member).account.createKey({ name: "r", scopes: ["write"], expiresInDays: 30 });
  await resolve(secret ?? "");
  const { queries, result } = await countQueries(() => as(member).account.rotateKey({ id: key.id, overlapHours: 2 }));
  expect(queries).toBeLessThanOrEqual(11);
  expect(await resolve(result.secret ?? "")).toMatchObject({ keyId: result.key.id, scopes: ["write"] });
  expect(Date.parse(result.key.expiresAt) - Date.parse(result.key.createdAt)).toBe(30 * 86_400_000);

  const after = (minutes: number) => ({ now: () => new Date(Date.now() + minutes * 60_000) });
  expect(await resolve(secret ?? "", undefined, after(119))).toMatchObject({ keyId: key.id });
  await expect(resolve(secret ?? "", undefined, after(121))).rejects.toMatchObject({ code: "KEY_EXPIRED" });
  await expect(as(member).account.rotateKey({ id: key.id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const { keys } = await as(member).account.listKeys();
  expect(keys.map(({ id, replacedAt }) => [id, replacedAt !== null])).toEqual([
    [result.key.id, false],
    [key.id, true],
  ]);
  expect(await as(member).account.me()).toMatchObject({ keyCount: 1 });
  expect(await auditOf(`key:${key.id}`)).toContainEqual({
    act: "key.rotated",
    detail: { successor: result.key.id, overlapHours: 2 },
  });
  const { items } = await as(member).account.securityEvents({});
  expect(items[0]).toMatchObject({ kind: "key_rotated", detail: { keyId: result.key.id, overlapHours: 2 } });
});

test("without an overlap the former key ends at once, and no overlap makes a key live longer", async () => {
  const member = await make.person();
  const key = await newKey(member);
  await resolve(key.secret);
  await as(member).account.rotateKey({ id: key.id, overlapHours: 0 });
  await expect(resolve(key.secret)).rejects.toMatchObject({ code: "KEY_INVALID" });

  const brief = (await as(member).account.createKey({ name: "b", scopes: ["read"], expiresInDays: 1 })).key;
  await as(member).account.rotateKey({ id: brief.id, overlapHours: 168 });
  const { keys } = await as(member).account.listKeys();
  expect(keys.find(({ id }) => id === brief.id)).toMatchObject({ expiresAt: brief.expiresAt });
});

test("whoever rotates again and again has no hundreds of keys", async () => {
  const member = await make.person();
  let { id } = await newKey(member);
  for (let count = 1; count < 40; count += 1) id = (await as(member).account.rotateKey({ id })).key.id;
  await expect(as(member).account.rotateKey({ id })).rejects.toMatchObject(refusal("KEYS_FULL"));
});

test("a key that has ended lately is still shown, takes no room, and has no successor", async () => {
  const member = await make.person();
  const { id } = await newKey(member);
  const [createdAt, expiresAt] = [new Date(Date.now() - 400 * 86_400_000), new Date(Date.now() - 86_400_000)];
  await db.apiKey.updateMany({ where: { id }, data: { createdAt, expiresAt } });
  expect((await as(member).account.listKeys()).keys).toHaveLength(1);
  expect(await as(member).account.me()).toMatchObject({ keyCount: 0 });
  await expect(as(member).account.rotateKey({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await db.apiKey.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() - 31 * 86_400_000) } });
  expect((await as(member).account.listKeys()).keys).toEqual([]);
});

test("a browser left open makes no key: its owner shows first that they are there", async () => {
  const member = await make.person();
  const { id } = await newKey(member);
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const provenAt = (instant: Date | null) => as({ ...member, session: { ...member.session, provenAt: instant } });
  for (const instant of [null, ago(11)]) {
    const late = provenAt(instant).account;
    await expect(late.createKey({ name: "x", scopes: ["read"] })).rejects.toMatchObject(refusal("PROOF_NEEDED"));
    await expect(late.rotateKey({ id })).rejects.toMatchObject(refusal("PROOF_NEEDED"));
  }
  await provenAt(ago(9)).account.createKey({ name: "x", scopes: ["read"] });
  // What makes things safer is never held up.
  await expect(provenAt(null).account.revokeKey({ id })).resolves.toEqual({ id });
});

test("nobody touches a stranger's keys", async () => {
  const [key, stranger] = [await newKey(await make.person()), await make.person()];
  for (const act of ["revokeKey", "rotateKey"] as const)
    await expect(as(stranger).account[act]({ id: key.id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(stranger).account.listKeys()).keys).toEqual([]);
  await expect(resolve(key.secret, stranger.profileId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await resolve(key.secret, key.profileId)).profileId).toBe(key.profileId);
});

test("an account has twenty keys, even when thirty are asked for at once", async () => {
  const member = await make.person();
  const made = await Promise.allSettled(Array.from({ length: 30 }, () => newKey(member)));
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  await expect(newKey(member)).rejects.toMatchObject({ cause: { code: "KEYS_FULL", params: { max: 20 } } });
});

test("a busy key writes down its use at most once a minute, and costs no statement meanwhile", async () => {
  const member = await make.person();
  const { id, secret } = await newKey(member);
  const lastUse = async () => {
    const { keys } = await as(member).account.listKeys();
    return Date.parse(keys.find((key) => key.id === id)?.lastUsedAt ?? "");
  };
  await resolve(secret);
  const first = await lastUse();
  expect(first).toBeGreaterThan(Date.now() - 60_000);
  expect((await countQueries(() => resolve(secret))).queries).toBe(0);
  // Another process has counts of its own and asks the row.
  await resolve(secret, undefined, { limits: limitless });
  expect(await lastUse()).toBe(first);
  await db.apiKey.updateMany({ where: { id }, data: { lastUsedAt: new Date(first - 61_000) } });
  await resolve(secret, undefined, { limits: limitless });
  expect(await lastUse()).toBeGreaterThanOrEqual(first);
});

test("the list of keys is read in one statement after the door's own", async () => {
  const member = await make.person();
  await newKey(member);
  expect((await countQueries(() => as(member).account.listKeys())).queries).toBe(2);
});

test("an account shows its faces, roles and number of keys to its owner", async () => {
  const member = await make.person({}, ["moderator"]);
  await newKey(member);
  const { queries, result } = await countQueries(() => as(member).account.me());
  expect(queries).toBeLessThanOrEqual(4);
  expect(result).toMatchObject({
    actingAs: member.profileId,
    profiles: [{ id: member.profileId, state: "active" }],
    roles: ["moderator"],
    isEmailVerified: true,
    keyCount: 1,
  });
});

test("a name with what cannot be seen, no scope, or one scope twice is not taken", async () => {
  const member = as(await make.person());
  for (const wrong of [
    { name: "a\u202eb", scopes: ["read" as const] },
    { name: "a", scopes: [] },
    { name: "a", scopes: ["read" as const, "read" as const] },
    { name: "a", scopes: ["read" as const], expiresInDays: 366 },
  ])
    await expect(member.account.createKey(wrong)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

const auditOf = (subject: string) =>
  db.$queryRaw`SELECT act, detail FROM audit_entry WHERE subject = ${subject} ORDER BY seq`;
