import { expect, test } from "vitest";
import type { Issuer } from "../../kernel/identity.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { shelve } from "../../test/library.ts";
import { guard } from "../../test/second-factor.ts";
import { join, lettersTo, newEmail, signIn } from "../../test/sign-in.ts";
import { resolvePerson } from "./account.people.service.ts";

const ask = openHttp();
const { db } = ctxOf(make.system());
const issuers: Issuer[] = ["built-in", "clerk"];

/** What the present issuer knows of somebody, whom the vendor's own directory would tell. */
const known = (email: string | null, isEmailVerified = true) => ({
  findPerson: async ({ subject }: { subject: string }) => ({ subject, email, isEmailVerified }),
});
const enter = (issuer: Issuer, email: string, given = {}) => {
  const identity = make.identity({ issuer, email, ...given });
  return { identity, again: () => resolvePerson(ctxOf(make.visitor()), identity, undefined) };
};

test.each(issuers)("whoever was here under another issuer brings the account of the same address to %s", async (to) => {
  const email = newEmail();
  const before = enter(issuers.find((issuer) => issuer !== to) ?? to, email);
  const former = await before.again();
  const story = await shelve(former);
  const key = await as(former).account.createKey({ name: "kept", scopes: ["read"] });

  const now = enter(to, email.toUpperCase());
  const fresh = await now.again();
  expect(fresh.accountId).not.toBe(former.accountId);
  const offered = await countQueries(() => as(fresh).account.transferOffer());
  expect(offered.queries).toBeLessThanOrEqual(4);
  expect(offered.result.offer).toMatchObject({ from: before.identity.issuer, needsCode: false });
  expect(JSON.stringify(offered.result)).not.toContain(former.profileId);

  const { queries } = await countQueries(() => as(fresh, known(email)).account.transfer({}));
  expect(queries).toBeLessThanOrEqual(32);
  const again = await now.again();
  expect(again).toMatchObject({ accountId: former.accountId, profileId: former.profileId });
  expect((await as(again).story.mine({})).items.map(({ id }) => id)).toEqual([story.id]);
  expect((await as(again).account.listKeys()).keys.map(({ id }) => id)).toEqual([key.key.id]);
  expect(await as(again).account.transferOffer()).toEqual({ offer: null });
  await expect(as(fresh).account.listKeys()).rejects.toMatchObject(refusal("ACCOUNT_CLOSED"));

  const { items } = await as(again).account.securityEvents({});
  const told = { from: before.identity.issuer, to };
  expect(items[0]).toMatchObject({ kind: "way_in_changed", detail: told });
  expect(await eventsAbout(now.identity.subject)).toContainEqual({
    name: "identity.changed",
    data: { issuer: to, subject: now.identity.subject },
  });
  const [entry] = await db.$queryRaw<object[]>`
    SELECT act, purpose, detail FROM audit_entry WHERE subject = ${`account:${former.accountId}`}`;
  expect(entry).toEqual({ act: "identity.transferred", purpose: "consent:owner", detail: told });

  // The former way in leads to nothing of theirs any more.
  expect((await before.again()).accountId).not.toBe(former.accountId);
});

test("its owner is told by mail, and the former sessions are over", async () => {
  const { email, subject } = await join();
  const browser = await signIn(ask, email);
  const former = await enter("built-in", email, { subject }).again();
  const fresh = await enter("clerk", email).again();
  await as(fresh, known(email)).account.transfer({});
  const refreshed = await ask("/api/auth/refresh", post({}, { cookie: browser.cookie }));
  expect(await codeOf(refreshed)).toEqual([401, "SESSION_ENDED"]);
  expect(former.accountId).not.toBe(fresh.accountId);
  await runJobs();
  expect((await lettersTo(email)).map(({ subject: line }) => line)).toContain(
    "You sign in to your MueJam account in a new way",
  );
});

test("a second step of the former way in is not got past", async () => {
  const { email, subject } = await join();
  const { codes } = await guard(ask, await signIn(ask, email));
  await enter("built-in", email, { subject }).again();
  const now = enter("clerk", email);
  const fresh = await now.again();
  expect((await as(fresh).account.transferOffer()).offer).toMatchObject({ needsCode: true });
  const transfer = (code?: string) => as(fresh, known(email)).account.transfer({ code });
  await expect(transfer()).rejects.toMatchObject(refusal("CODE_WRONG"));
  await expect(transfer("00000-00000")).rejects.toMatchObject(refusal("CODE_WRONG"));
  expect((await now.again()).accountId).toBe(fresh.accountId);
  await expect(transfer(codes[0])).resolves.toEqual({ isTransferred: true });
});

test("an address that one issuer has not proven brings nothing along", async () => {
  const email = newEmail();
  const unproven = await enter("built-in", email, { isEmailVerified: false }).again();
  const fresh = await enter("clerk", email).again();
  expect(await as(fresh).account.transferOffer()).toEqual({ offer: null });
  await expect(as(fresh, known(email)).account.transfer({})).rejects.toMatchObject(refusal("NOT_FOUND"));

  const [claimed, mine] = [newEmail(), newEmail()];
  await enter("built-in", claimed).again();
  const thief = await enter("clerk", claimed, { isEmailVerified: false }).again();
  expect(await as(thief).account.transferOffer()).toEqual({ offer: null });
  await expect(as(thief, known(claimed, false)).account.transfer({})).rejects.toMatchObject(
    refusal("EMAIL_UNVERIFIED"),
  );
  // What the issuer said when the account was opened is not what it says now.
  const other = await enter("clerk", claimed).again();
  await expect(as(other, known(mine)).account.transfer({})).rejects.toMatchObject(refusal("CONFLICT"));
  await expect(as(other, known(null)).account.transfer({})).rejects.toMatchObject(refusal("EMAIL_UNVERIFIED"));
  expect(unproven.accountId).toBeTruthy();
});

test("whoever has begun to write keeps both, and a browser left open brings nothing along", async () => {
  const email = newEmail();
  await enter("built-in", email).again();
  const fresh = await enter("clerk", email).again();
  const stale = { ...fresh, session: { ...fresh.session, provenAt: null } };
  await expect(as(stale, known(email)).account.transfer({})).rejects.toMatchObject(refusal("PROOF_NEEDED"));
  await shelve(fresh);
  await expect(as(fresh, known(email)).account.transfer({})).rejects.toMatchObject(refusal("ACCOUNT_IN_USE"));
});

test("of two who bring it along at once, one does", async () => {
  const email = newEmail();
  await enter("built-in", email).again();
  const both = await Promise.all([1, 2].map(() => enter("clerk", email).again()));
  const done = await Promise.allSettled(both.map((who) => as(who, known(email)).account.transfer({})));
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
