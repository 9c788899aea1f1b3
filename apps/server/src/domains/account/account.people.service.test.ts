import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, runJob, runJobs } from "../../test/harness.ts";
import { publish } from "../../test/publish.ts";
import { purge } from "./account.ending.service.ts";
import { IdentityChanged, IdentityDeleted, SessionEnded } from "./account.events.ts";
import { followChange, resolvePerson } from "./account.people.service.ts";

const { db } = ctxOf(make.system());
const resolve = (identity = make.identity(), actingAs?: string, changes = {}) =>
  resolvePerson(ctxOf(make.visitor(), changes), identity, actingAs);

test("twenty first calls at once make one account with one face", async () => {
  const identity = make.identity();
  const members = await Promise.all(Array.from({ length: 20 }, () => resolve(identity)));
  expect(new Set(members.map(({ accountId, profileId }) => `${accountId} ${profileId}`)).size).toBe(1);
  const accountId = members[0]?.accountId ?? "";
  expect(await db.identity.count({ where: { subject: identity.subject } })).toBe(1);
  expect(await db.profile.count({ where: { accountId } })).toBe(1);
  expect(await db.securityEvent.findMany({ where: { accountId }, select: { kind: true } })).toEqual([
    { kind: "account_opened" },
  ]);
});

test("a person who was here lately costs no statement", async () => {
  const identity = make.identity();
  await resolve(identity);
  await resolve(identity);
  expect((await countQueries(() => resolve(identity))).queries).toBe(0);
});

test("an address is kept sealed, and found again by its stamp", async () => {
  const identity = make.identity({ email: "Ann@People.test" });
  await resolve(identity);
  const { keys } = ctxOf(make.system());
  const row = await db.identity.findFirstOrThrow({ where: { subject: identity.subject } });
  expect(JSON.stringify(row)).not.toMatch(/ann@/i);
  expect(keys.decrypt("identity.email", row.emailSealed ?? "")).toBe("ann@people.test");
  expect(row.emailStamp).toBe(keys.mac("identity.email", "ann@people.test"));
});

test("one speaks as a face of one's own, and as nobody else", async () => {
  const [one, other] = [make.identity(), await make.person()];
  const { profileId: first } = await resolve(one);
  const second = await as(await resolve(one)).profile.create({ handle: `b${Date.now()}`, displayName: "Second" });
  expect((await resolve(one)).profileId).toBe(first);
  expect((await resolve(one, second.id)).profileId).toBe(second.id);
  expect((await resolve(one, second.id.toUpperCase())).profileId).toBe(second.id);
  for (const stranger of [other.profileId, randomUUID(), "", "x' OR true"])
    await expect(resolve(one, stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("whom the configuration names is administrator once, and only with a proven address", async () => {
  const adminEmails = ["owner@people.test"];
  const [proven, claimed] = [true, false].map((isEmailVerified) =>
    make.identity({ email: "Owner@people.test", isEmailVerified }),
  );
  expect((await resolve(claimed, undefined, { adminEmails })).roles).toEqual([]);
  const owner = await resolve(proven, undefined, { adminEmails });
  expect(owner.roles).toEqual(["administrator"]);
  const [entry] = await db.$queryRaw<object[]>`
    SELECT actor, act, purpose, detail FROM audit_entry WHERE subject = ${`account:${owner.accountId}`}`;
  expect(entry).toEqual({
    actor: "system:configuration",
    act: "role.granted",
    purpose: "configuration:admin_emails",
    detail: { role: "administrator" },
  });

  const successor = await make.person({}, ["administrator"]);
  await as(successor).account.endRole({ profileId: owner.profileId, role: "administrator", purpose: "test:demotion" });
  expect((await resolve(proven, undefined, { adminEmails })).roles).toEqual([]);
});

test("whom another administrator had made one and then ended, the configuration does not bring back", async () => {
  const adminEmails = ["second@people.test"];
  const identity = make.identity({ email: "second@people.test", isEmailVerified: true });
  const [{ profileId }, first] = [await resolve(identity), await make.person({}, ["administrator"])];
  const change = { profileId, role: "administrator" as const, purpose: "test:demotion" };
  await as(first).account.grantRole(change);
  await as(first).account.endRole(change);
  expect((await resolve(identity, undefined, { adminEmails })).roles).toEqual([]);
});

test("what the issuer says of a person later is followed", async () => {
  const identity = make.identity({ isEmailVerified: false, email: null });
  const { accountId, isEmailVerified } = await resolve(identity);
  expect(isEmailVerified).toBe(false);
  const ctx = ctxOf(make.system(), {
    findPerson: async ({ subject }) => ({ subject, email: "new@people.test", isEmailVerified: true }),
  });

  await followChange(ctx, identity);
  expect((await resolve(identity)).isEmailVerified).toBe(true);
  await followChange(ctx, identity);
  await followChange(ctx, make.identity());
  expect(await db.securityEvent.count({ where: { accountId, kind: "email_changed" } })).toBe(1);
});

test("the issuer is asked for the address that a first token does not tell", async () => {
  const identity = make.identity({ email: null, isEmailVerified: false });
  await resolve(identity);
  const rows = await db.$queryRaw<{ found: boolean }[]>`
    SELECT true AS found FROM graphile_worker._private_jobs WHERE strpos(payload::text, ${identity.subject}) > 0`;
  expect(rows).toHaveLength(1);
  await runJobs();
});

test("who is deleted at the issuer is closed: keys and roles at once, faces one by one within the hour", async () => {
  const identity = make.identity();
  const member = await resolve(identity);
  const { accountId, profileId } = member;
  await as(member).account.createKey({ name: "key", scopes: ["read"] });
  await as(member).profile.create({ handle: `c${Date.now()}`, displayName: "Other" });
  await publish(IdentityDeleted, { issuer: identity.issuer, subject: identity.subject });
  await runJobs();
  await expect(resolve(identity)).rejects.toMatchObject({ code: "ACCOUNT_CLOSED" });
  await expect(as(member).account.listKeys()).rejects.toMatchObject({ cause: { code: "ACCOUNT_CLOSED" } });
  expect(await db.apiKey.count({ where: { accountId, revokedAt: null } })).toBe(0);
  const leaving = await db.profile.findMany({ where: { accountId }, select: { closesAt: true, state: true } });
  const times = leaving.map(({ closesAt }) => closesAt?.getTime() ?? 0);
  expect(new Set(times).size).toBe(2);
  for (const time of times) expect(Math.abs(time - Date.now() - 1_800_000)).toBeLessThan(1_830_000);

  const { handle } = await db.profile.findUniqueOrThrow({ where: { id: profileId }, select: { handle: true } });
  await expect(as(make.visitor()).profile.byHandle({ handle })).resolves.toMatchObject({ handle });
  await db.profile.updateMany({ where: { id: profileId }, data: { closesAt: new Date(0) } });
  await runJob("profile.closeDue");
  await expect(as(make.visitor()).profile.byHandle({ handle })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await db.profile.count({ where: { accountId, state: "active" } })).toBe(1);
  await publish(IdentityDeleted, { issuer: identity.issuer, subject: identity.subject });
  await runJobs();
});

test("who is deleted at the issuer before ever coming here opens no account with a token that is left", async () => {
  const identity = make.identity({ issuer: "clerk" });
  const { issuer, subject } = identity;
  const isHere = () => db.identity.count({ where: { subject } });
  await publish(IdentityDeleted, { issuer, subject });
  await runJobs();
  await expect(resolve(identity)).rejects.toMatchObject({ code: "ACCOUNT_CLOSED" });
  expect(await isHere()).toBe(0);
  // Told twice, and asked again by another process.
  await publish(IdentityDeleted, { issuer, subject });
  await runJobs();
  await expect(resolve(identity)).rejects.toMatchObject({ code: "ACCOUNT_CLOSED" });
  await expect(resolve(make.identity({ issuer: "built-in", subject }))).resolves.toMatchObject({ kind: "member" });

  const later = new Date(Date.now() + 2 * 86_400_000);
  await purge(ctxOf(make.system(), { now: () => later }));
  expect(await db.goneIdentity.count({ where: { subject } })).toBe(0);
});

test("the end of a session is noted for its owner, with its reason", async () => {
  const identity = make.identity();
  const { accountId } = await resolve(identity);
  const { issuer, subject, sessionId } = identity;
  await publish(SessionEnded, { issuer, subject, sessionId, reason: "stolen" });
  await publish(IdentityChanged, { issuer, subject });
  await runJobs();
  const where = { accountId, kind: "session_ended" };
  expect(await db.securityEvent.findMany({ where, select: { detail: true } })).toEqual([
    { detail: { reason: "stolen" } },
  ]);
});
