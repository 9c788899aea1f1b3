import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";

const { db } = ctxOf(make.system());
const purpose = "case:42";
const administrator = await make.person({}, ["administrator"]);

test("a role is granted and ended by an administrator, and both are in the audit with their purpose", async () => {
  const { profileId, accountId } = await make.person();
  const change = { profileId, role: "moderator" as const, purpose };
  const { queries, result } = await countQueries(() => as(administrator).account.grantRole(change));
  expect(queries).toBeLessThanOrEqual(9);
  expect(result).toEqual({ profileId, roles: ["moderator"] });
  expect((await as(administrator).account.grantRole(change)).roles).toEqual(["moderator"]);
  const ending = await countQueries(() => as(administrator).account.endRole(change));
  expect(ending.queries).toBeLessThanOrEqual(9);
  expect(ending.result.roles).toEqual([]);
  expect((await as(administrator).account.endRole(change)).roles).toEqual([]);
  const detail = { role: "moderator", profileId };
  const actor = `account:${administrator.accountId}`;
  expect(
    await db.$queryRaw`
    SELECT actor, act, purpose, detail FROM audit_entry WHERE subject = ${`account:${accountId}`} AND purpose = ${purpose}
    ORDER BY seq`,
  ).toEqual([
    { actor, act: "role.granted", purpose, detail },
    { actor, act: "role.ended", purpose, detail },
  ]);
  expect(await db.securityEvent.count({ where: { accountId, kind: { startsWith: "role_" } } })).toBe(2);
});

test("whoever loses the role is refused by the very next call, whatever their token and the cache say", async () => {
  const former = await make.person({}, ["administrator"]);
  const { profileId } = await make.person();
  const change = { profileId, role: "senior" as const, purpose };
  await as(former).account.grantRole(change);
  await as(administrator).account.endRole({ profileId: former.profileId, role: "administrator", purpose });
  expect(former.roles).toEqual(["administrator"]);
  await expect(as(former).account.grantRole(change)).rejects.toMatchObject(refusal("FORBIDDEN"));
});

test("whoever finds an administrator's browser open gives nobody a role and takes none", async () => {
  const { profileId } = await make.person();
  const change = { profileId, role: "administrator" as const, purpose };
  const provenAt = new Date(Date.now() - 11 * 60_000);
  const left = { ...administrator, session: { ...administrator.session, provenAt } };
  await expect(as(left).account.grantRole(change)).rejects.toMatchObject(refusal("PROOF_NEEDED"));
  await expect(as(left).account.endRole(change)).rejects.toMatchObject(refusal("PROOF_NEEDED"));
  expect((await as(left).account.staff({})).items.some(({ profile }) => profile.id === profileId)).toBe(false);
});

test("whoever's session was ended is refused by the very next call", async () => {
  const former = await make.person({}, ["administrator"]);
  const { issuer, id: sessionId } = former.session;
  const { profileId } = await make.person();
  await db.endedSession.createMany({
    data: [{ issuer, sessionId, endedAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) }],
  });
  const grant = as(former).account.grantRole({ profileId, role: "senior", purpose });
  await expect(grant).rejects.toMatchObject(refusal("SESSION_ENDED"));
  await expect(as(former).account.listKeys()).rejects.toMatchObject(refusal("SESSION_ENDED"));
});

test("a key of an administrator does an administrator's work only with the scope, and makes nobody one", async () => {
  const { accountId, profileId } = administrator;
  const made = await as(administrator).account.createKey({ name: "k", scopes: ["moderate"] });
  const key = make.key({ accountId, profileId, keyId: made.key.id, scopes: ["moderate"] });
  const change = { profileId: (await make.person()).profileId, role: "moderator" as const, purpose };
  await expect(as(key).account.grantRole(change)).rejects.toMatchObject(refusal("PERSON_REQUIRED"));
  await expect(as(key).account.endRole(change)).rejects.toMatchObject(refusal("PERSON_REQUIRED"));
  const weak = { ...key, scopes: ["read", "write"] as const };
  await expect(as(weak).account.grantRole(change)).rejects.toMatchObject({
    cause: { code: "SCOPE_MISSING", params: { scope: "moderate" } },
  });
  await as(administrator).account.revokeKey({ id: made.key.id });
  await expect(as(key).account.grantRole(change)).rejects.toMatchObject(refusal("KEY_INVALID"));
});

test("somebody remains administrator, also when two end each other at once", async () => {
  await db.roleGrant.deleteMany({ where: { role: "administrator", accountId: { not: administrator.accountId } } });
  const other = await make.person({}, ["administrator"]);
  const end = (by: typeof other, profileId: string) =>
    as(by).account.endRole({ profileId, role: "administrator", purpose });
  const both = await Promise.allSettled([end(administrator, other.profileId), end(other, administrator.profileId)]);
  const left = await db.roleGrant.findMany({ where: { role: "administrator", endedAt: null } });
  expect(left).toHaveLength(1);
  const failed = both.flatMap((one) => (one.status === "rejected" ? [one.reason.cause.code] : []));
  expect(["LAST_ADMINISTRATOR", "FORBIDDEN"]).toContain(failed[0]);
  const last = left[0]?.accountId === other.accountId ? other : administrator;
  await expect(end(last, last.profileId)).rejects.toMatchObject(refusal("LAST_ADMINISTRATOR"));
});

test("administrators see who has which role under the face that got it, since when and from whom", async () => {
  const admin = await make.person({}, []);
  await db.roleGrant.createMany({
    data: [
      { id: randomUUID(), accountId: admin.accountId, role: "administrator", isNamed: true, grantedAt: new Date() },
    ],
  });
  const first = await make.person();
  const other = (await as(first).profile.create({ handle: `pen_${randomUUID().slice(0, 8)}`, displayName: "Pen" })).id;
  await as(admin).account.grantRole({ profileId: other, role: "moderator", purpose });
  await as(admin).account.grantRole({ profileId: other, role: "senior", purpose });
  await as(admin).account.endRole({ profileId: first.profileId, role: "senior", purpose });
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await as(admin).account.staff({ limit: 2, ...(cursor && { cursor }) });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.filter(({ profile }) => profile.id === admin.profileId)).toMatchObject([
    { role: "administrator", grantedBy: null, isNamed: true },
  ]);
  expect(all.filter(({ profile }) => profile.id === first.profileId)).toEqual([]);
  expect(all.filter(({ profile }) => profile.id === other)).toMatchObject([
    { role: "moderator", grantedBy: { id: admin.profileId }, isNamed: false, grantedAt: expect.any(String) },
  ]);
  const { queries } = await countQueries(() => as(admin).account.staff({}));
  expect(queries).toBeLessThanOrEqual(6);
  await expect(as(admin).account.staff({ cursor: "made~up" })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
  await expect(as(first).account.staff({})).rejects.toMatchObject(refusal("FORBIDDEN"));
});

test("nobody has a role by a face that does not exist, nor for a purpose in words", async () => {
  const left = await db.roleGrant.findFirstOrThrow({ where: { role: "administrator", endedAt: null } });
  const [profile] = await db.profile.findMany({ where: { accountId: left.accountId } });
  const last = make.member({ accountId: left.accountId, profileId: profile?.id ?? "" });
  const change = { profileId: randomUUID(), role: "senior" as const, purpose };
  await expect(as(last).account.grantRole(change)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(last).account.endRole(change)).rejects.toMatchObject(refusal("NOT_FOUND"));
  const talk = { ...change, purpose: "Ann asked me to" };
  await expect(as(last).account.grantRole(talk)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
