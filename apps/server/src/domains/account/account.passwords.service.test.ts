import { expect, test } from "vitest";
import { createAccounts } from "../../adapters/accounts.ts";
import { app, as, ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { actOf, browserOf, join, later, lettersTo, linkIn, password, signIn } from "../../test/sign-in.ts";
import { resetPassword } from "./account.passwords.service.ts";
import { resolvePerson } from "./account.people.service.ts";
import * as sessions from "./account.sessions.service.ts";

const ask = openHttp();
const chosen = "a new lantern glows";

test("once a password is chosen anew, the links asked for before open nothing", async () => {
  const { email } = await join();
  const links: string[] = [];
  for (let asked = 0; asked < 2; asked += 1) {
    await ask("/api/auth/forgot-password", post({ email }));
    await runJobs();
    links.push(await linkIn("reset-password", email));
  }
  const [older = "", newer = ""] = links;
  expect(older).not.toBe(newer);
  const reset = (token: string, password: string) => ask("/api/auth/reset-password", post({ token, password }));
  expect((await reset(newer, chosen)).status).toBe(200);
  expect((await reset(older, "a thief's own lantern")).status).toBe(400);
  expect((await signIn(ask, email, chosen)).access.sessionId).toBeTruthy();
});

test("whoever is just signing in with the former password is not let in beside the new one", async () => {
  const { email } = await join();
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);
  const ctx = ctxOf(make.visitor());
  const { passwords } = ctx.accounts;
  const verify = async (hashed: string, given: string) => {
    const isRight = await passwords.verify(hashed, given);
    await resetPassword(ctxOf(make.visitor()), { token, password: chosen });
    return isRight;
  };
  const accounts = createAccounts({ ...ctx, passwords: { ...passwords, verify } });
  const comer = { address: "::1", userAgent: "", mark: null };
  const entering = sessions.signIn({ ...ctx, accounts }, { email, password, comer });
  await expect(entering).rejects.toMatchObject({ code: "SIGN_IN_FAILED" });
});

test("whoever has just signed in, or gives the password once more, is believed to be there for ten minutes, also after a refresh", async () => {
  const browser = await signIn(ask, (await join()).email);
  const provenAt = async ({ accessToken }: typeof browser.access) => {
    const identity = await app.signIn.verifyToken(accessToken);
    expect(identity?.sessionId).toBe(browser.access.sessionId);
    return identity?.provenAt ?? null;
  };
  expect(await provenAt(browser.access)).toBeInstanceOf(Date);
  const refreshed = await browserOf(await ask("/api/auth/refresh", post({}, { cookie: browser.cookie })));
  const [before, after] = [browser, refreshed].map(async ({ access }) => provenAt(access));
  expect(await after).toEqual(await before);
  const late = await later(ask, { ...refreshed, address: "" });
  const begin = (from: typeof late) => ask("/api/auth/second-factor/begin", actOf(from, {}));
  expect(await codeOf(await begin(late))).toEqual([403, "PROOF_NEEDED"]);
  const proven = { ...late, ...(await browserOf(await ask("/api/auth/prove", actOf(late, { password })))) };
  expect((await begin(proven)).status).toBe(200);
  const kept = await browserOf(await ask("/api/auth/refresh", post({}, { cookie: late.cookie })));
  expect(await provenAt(kept.access)).toEqual(await provenAt(proven.access));

  const prove = async (body: object, from = actOf(browser, body)) => codeOf(await ask("/api/auth/prove", from));
  expect(await prove({ password: "a guess of it" })).toEqual([401, "PASSWORD_WRONG"]);
  expect(await prove({}, post({ password }))).toEqual([401, "SIGN_IN_REQUIRED"]);
  await ask("/api/auth/sign-out", post({}, { cookie: browser.cookie }));
  expect(await prove({ password })).toEqual([401, "SESSION_ENDED"]);
});

test("whoever has no password chooses one, having just shown who they are, and is told", async () => {
  const { email, subject } = await join();
  const fresh = await signIn(ask, email);
  const { accounts, db } = ctxOf(make.system());
  const choose = (from: typeof fresh, given = chosen) => ask("/api/auth/password", actOf(from, { password: given }));
  expect(await codeOf(await choose(fresh))).toEqual([409, "CONFLICT"]);
  await accounts.dropPassword(db, subject);
  const late = await later(ask, fresh);
  expect(await codeOf(await choose(late))).toEqual([403, "PROOF_NEEDED"]);
  expect(await codeOf(await choose(fresh, "password123"))).toEqual([400, "INPUT_INVALID"]);
  expect((await choose(fresh)).status).toBe(200);
  await runJobs();
  expect((await lettersTo(email)).map((letter) => letter.subject)).toContain(
    "The password of your MueJam account was changed",
  );
  await signIn(ask, email, chosen);
});

test("whoever names no password has not more tries than whoever does: each costs as much", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  const choose = async () => codeOf(await ask("/api/auth/password", actOf(browser, { password: chosen })));
  for (let tried = 0; tried < 10; tried += 1) expect(await choose()).toEqual([409, "CONFLICT"]);
  expect(await choose()).toEqual([429, "RATE_LIMITED"]);
});

const change = (browser: Parameters<typeof actOf>[0], given: object) =>
  ask("/api/auth/password", actOf(browser, { currentPassword: password, password: chosen, ...given }));

test("a new password ends all other sessions and the links for another, and its owner is told", async () => {
  const { email, subject } = await join();
  const [here, there] = [await signIn(ask, email), await signIn(ask, email)];
  const owner = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  await as(owner).account.createKey({ name: "a key", scopes: ["read"] });
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);

  expect((await change(here, {})).status).toBe(200);
  await runJobs();
  const refresh = ({ cookie }: typeof here) => ask("/api/auth/refresh", post({}, { cookie }));
  expect([(await refresh(here)).status, (await refresh(there)).status]).toEqual([200, 401]);
  expect(await codeOf(await ask("/api/auth/reset-password", post({ token, password: chosen })))).toEqual([
    400,
    "LINK_INVALID",
  ]);
  expect((await as(owner).account.listKeys()).keys).toHaveLength(1);
  expect((await lettersTo(email)).map((letter) => letter.subject)).toContain(
    "The password of your MueJam account was changed",
  );
  const { db } = ctxOf(make.system());
  const events = await db.securityEvent.findMany({ where: { accountId: owner.accountId }, orderBy: { at: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual([
    "account_opened",
    "key_created",
    "password_changed",
    "session_ended",
  ]);
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([401, "SIGN_IN_FAILED"]);
  expect((await signIn(ask, email, chosen)).access.sessionId).toBeTruthy();
});

test("it takes a session, the current password and a new one that fits", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  expect(await codeOf(await change(browser, { currentPassword: "a guess of it" }))).toEqual([401, "PASSWORD_WRONG"]);
  for (const unfit of ["password123", email])
    expect(await codeOf(await change(browser, { password: unfit }))).toEqual([400, "INPUT_INVALID"]);
  await ask("/api/auth/sign-out", post({}, { cookie: browser.cookie }));
  expect(await codeOf(await change(browser, {}))).toEqual([401, "SESSION_ENDED"]);
});

test("the handle of a face of theirs is no password, neither changed to nor chosen by mail", async () => {
  const { email, subject } = await join();
  const owner = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  await as(owner).profile.update({ id: owner.profileId, handle: "mara_lantern" });
  const browser = await signIn(ask, email);
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);
  for (const answer of [
    await change(browser, { password: "Mara_Lantern" }),
    await ask("/api/auth/reset-password", post({ token, password: "mara_lantern" })),
  ])
    expect(await answer.json()).toMatchObject({ error: { issues: [{ path: "password", rule: "handle" }] } });
});

test("a password chosen by mail ends the keys as well", async () => {
  const { email, subject } = await join();
  const owner = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  const { secret } = await as(owner).account.createKey({ name: "a key", scopes: ["read"] });
  const bearer = { headers: { authorization: `Bearer ${secret}` } };
  expect((await ask("/trpc/account.me", bearer)).status).toBe(200);
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);
  expect((await ask("/api/auth/reset-password", post({ token, password: chosen }))).status).toBe(200);
  expect((await ask("/trpc/account.me", bearer)).status).toBe(401);
});
