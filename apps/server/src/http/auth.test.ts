import { ErrorEnvelope } from "@muejam/contracts/error";
import { SessionList } from "@muejam/contracts/sign-in";
import { getAuthTables } from "better-auth/db";
import { betterAuth } from "better-auth/minimal";
import { expect, test } from "vitest";
import { z } from "zod";
import { accountsOptions } from "../adapters/accounts-options.ts";
import { isSessionEnded } from "../domains/account/account.ending.service.ts";
import { limitSignIn } from "../domains/account/account.limits.service.ts";
import { app, countQueries, ctxOf, eventsAbout, make, runJobs } from "../test/harness.ts";
import { codeOf, openHttp, post } from "../test/http.ts";
import { type Browser, join, lettersTo, linkIn, newEmail, password, signIn, signUp } from "../test/sign-in.ts";

const ask = openHttp();
const system = ctxOf(make.system());
const withCookie = (cookie: string, headers: Record<string, string> = {}) => post({}, { cookie, ...headers });
const withToken = ({ access }: Browser) => ({ headers: { authorization: `Bearer ${access.accessToken}` } });
const refresh = (cookie: string) => ask("/api/auth/refresh", withCookie(cookie));
const isEnded = (sessionId: string) => isSessionEnded(system, { issuer: "built-in", sessionId });

test("from sign-up to sign-out", async () => {
  const email = newEmail();
  expect((await signUp(ask, email)).status).toBe(200);
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([401, "SIGN_IN_FAILED"]);

  const token = await linkIn("verify-email", email);
  expect((await ask("/api/auth/verify-email", post({ token, password }))).status).toBe(200);
  expect(await codeOf(await ask("/api/auth/verify-email", post({ token, password })))).toEqual([400, "LINK_INVALID"]);
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password: "another lantern" })))).toEqual([
    401,
    "SIGN_IN_FAILED",
  ]);

  const browser = await signIn(ask, email.toUpperCase());
  const identity = await app.signIn.verifyToken(browser.access.accessToken);
  expect(identity).toMatchObject({
    issuer: "built-in",
    email,
    isEmailVerified: true,
    sessionId: browser.access.sessionId,
  });

  const out = await ask("/api/auth/sign-out", withCookie(browser.cookie));
  expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
  expect(await codeOf(await refresh(browser.cookie))).toEqual([401, "SESSION_ENDED"]);
  expect(await isEnded(browser.access.sessionId)).toBe(true);
  expect(await eventsAbout(browser.access.sessionId)).toEqual([
    { name: "session.ended", data: expect.objectContaining({ reason: "signed-out", subject: identity?.subject }) },
  ]);
  expect(await codeOf(await ask("/api/auth/sessions", withToken(browser)))).toEqual([401, "SESSION_ENDED"]);
});

test("the cookie is bound to this host, out of reach of scripts and other sites", async () => {
  const { email } = await join();
  const response = await ask("/api/auth/sign-in", post({ email, password }));
  const [cookie = ""] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-muejam-refresh=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  expect(JSON.stringify(await response.json())).not.toContain(cookie.split(/[=;]/)[1] ?? "nothing");
});

test.each([
  ["too short", "short", "too_small"],
  ["too long", "x".repeat(129), "too_big"],
  ["common", "password123", "common"],
  ["the address", "ada.lovelace@example.org", "address"],
  ["the address' name", "ada.lovelace", "address"],
])("a password that is %s is refused", async (_name, given, rule) => {
  const response = await ask("/api/auth/sign-up", post({ email: "Ada.Lovelace@example.org", password: given }));
  const { error } = z.object({ error: ErrorEnvelope }).parse(await response.json());
  expect([response.status, error.code, error.issues?.[0]?.rule]).toEqual([400, "INPUT_INVALID", rule]);
});

test("sign-up, sign-in and reset answer an unknown address as they answer a known one", async () => {
  const { email } = await join();
  const shape = async (path: string, body: object) => {
    const { queries, result: response } = await countQueries(() => Promise.resolve(ask(path, post(body))));
    const text = (await response.text()).replace(/"requestId":"[^"]+"/, "");
    const headers = [...response.headers.keys()].sort();
    return { status: response.status, headers, text, queries };
  };
  for (const [path, extra] of [
    ["/api/auth/sign-up", { password }],
    ["/api/auth/sign-in", { password: "another lantern" }],
    ["/api/auth/forgot-password", {}],
  ] as const)
    expect(await shape(path, { email, ...extra }), path).toEqual(await shape(path, { email: newEmail(), ...extra }));

  await runJobs();
  const sent = (await lettersTo(email)).map(({ subject }) => subject);
  expect(sent.sort()).toEqual(["Choose a new password for MueJam", "You already have a MueJam account"]);
});

test("a forgotten password is chosen anew once, and ends every session", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);
  const reset = (given: string) => ask("/api/auth/reset-password", post({ token, password: given }));

  expect(await codeOf(await reset("password123"))).toEqual([400, "INPUT_INVALID"]);
  expect((await reset("a new lantern glows")).status).toBe(200);
  expect(await codeOf(await reset("a third lantern glows"))).toEqual([400, "LINK_INVALID"]);
  expect(await codeOf(await refresh(browser.cookie))).toEqual([401, "SESSION_ENDED"]);
  expect(await isEnded(browser.access.sessionId)).toBe(true);
  expect((await signIn(ask, email, "a new lantern glows")).access.sessionId).toBeTruthy();
});

test("a link of one kind opens nothing of another", async () => {
  const { email } = await join();
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);
  expect(await codeOf(await ask("/api/auth/verify-email", post({ token, password })))).toEqual([400, "LINK_INVALID"]);
});

test("sessions are listed without their tokens, and ended one by one or all but this", async () => {
  const { email } = await join();
  const [one, two, three] = [await signIn(ask, email), await signIn(ask, email), await signIn(ask, email)];
  const list = async () => {
    const response = await ask("/api/auth/sessions", withToken(one));
    return SessionList.strict().parse(await response.json()).sessions;
  };
  expect((await list()).map(({ id, isCurrent, address }) => [id, isCurrent, address])).toEqual(
    expect.arrayContaining([[one.access.sessionId, true, expect.stringMatching(/^2001:0db8.*:0000$/)]]),
  );
  const revoke = (sessionId: string) => ask("/api/auth/sessions/revoke", post({ sessionId }, withToken(one).headers));

  expect((await revoke(two.access.sessionId)).status).toBe(200);
  expect(await codeOf(await refresh(two.cookie))).toEqual([401, "SESSION_ENDED"]);
  expect(await codeOf(await revoke(two.access.sessionId))).toEqual([404, "NOT_FOUND"]);

  const stranger = await signIn(ask, (await join()).email);
  expect(await codeOf(await revoke(stranger.access.sessionId))).toEqual([404, "NOT_FOUND"]);

  await ask("/api/auth/sessions/revoke-others", post({}, withToken(one).headers));
  expect((await list()).map(({ id }) => id)).toEqual([one.access.sessionId]);
  expect(await codeOf(await refresh(three.cookie))).toEqual([401, "SESSION_ENDED"]);
  expect((await refresh(one.cookie)).status).toBe(200);
});

test("sessions need a token of ours", async () => {
  for (const authorization of ["", "Bearer", "Bearer x.y.z", "Basic eA=="])
    expect(await codeOf(await ask("/api/auth/sessions", { headers: { authorization } }))).toEqual([
      401,
      "SIGN_IN_REQUIRED",
    ]);
});

test.each([
  ["a foreign origin", { origin: "https://evil.test" }],
  ["no origin", { origin: "null" }],
  ["our name without its lock", { origin: "http://muejam.test", host: "muejam.test" }],
  ["another site's page", { "sec-fetch-site": "cross-site" }],
  ["a neighbour's page", { "sec-fetch-site": "same-site", origin: "https://muejam.test" }],
])("the cookie is not used for %s", async (_name, headers: Record<string, string>) => {
  for (const path of ["refresh", "sign-out", "sign-in", "sign-up"])
    expect(await codeOf(await ask(`/api/auth/${path}`, withCookie("__Host-muejam-refresh=x", headers)))).toEqual([
      403,
      "FORBIDDEN",
    ]);
});

test("our own page may use the cookie", async () => {
  const { email } = await join();
  const { cookie } = await signIn(ask, email);
  const headers = { origin: "https://muejam.test", "sec-fetch-site": "same-origin" };
  expect((await ask("/api/auth/refresh", withCookie(cookie, headers))).status).toBe(200);
});

test("sign-in is limited to ten a minute for an address and for an account", async () => {
  const { address } = make.visitor();
  const attempt = () => ask("/api/auth/sign-up", { ...post({ email: newEmail(), password: "password123" }), address });
  for (let attempts = 0; attempts < 10; attempts += 1) expect((await attempt()).status).toBe(400);
  const limited = await attempt();
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await codeOf(limited)).toEqual([429, "RATE_LIMITED"]);

  const email = newEmail();
  const fromAnywhere = () => limitSignIn(ctxOf(make.visitor()), email);
  for (let attempts = 0; attempts < 10; attempts += 1) await fromAnywhere();
  await expect(fromAnywhere()).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("strangers cannot fill a mailbox: five letters an hour", async () => {
  const { email } = await join();
  const forget = () => ask("/api/auth/forgot-password", post({ email }));
  for (let letters = 0; letters < 5; letters += 1) expect((await forget()).status).toBe(200);
  expect(await codeOf(await forget())).toEqual([429, "RATE_LIMITED"]);
});

test("more than the queue holds are told to come back, and it costs nobody their link", async () => {
  const { email } = await join();
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const token = await linkIn("reset-password", email);
  const reset = () => ask("/api/auth/reset-password", post({ token, password: "a new lantern glows" }));

  const crowd = Array.from({ length: 22 }, () => system.accounts.passwords.hash(password));
  for (const path of ["sign-in", "sign-up"]) {
    const busy = await ask(`/api/auth/${path}`, post({ email: newEmail(), password }));
    expect(busy.headers.get("retry-after")).toBe("3");
    expect(await codeOf(busy)).toEqual([503, "OVERLOADED"]);
  }
  expect((await reset()).status).toBe(503);
  await Promise.all(crowd);
  expect((await reset()).status).toBe(200);
}, 60_000);

test("only the named paths exist, whatever better-auth could do", async () => {
  const theirs = betterAuth({
    ...accountsOptions({ publicUrl: "https://muejam.test", passwords: system.accounts.passwords }),
    secret: "a secret of more than forty letters, for a test only",
  });
  const paths = Object.values(theirs.api).flatMap((endpoint) => ("path" in endpoint ? [String(endpoint.path)] : []));
  expect(paths.length).toBeGreaterThan(20);
  expect(getAuthTables(theirs.options)).toBeTruthy();
  const ours = new Set(["/sign-out", "/reset-password", "/verify-email"]);
  const others = [...paths.filter((path) => !ours.has(path)), "/admin/impersonate-user", "/token", "/", "/nothing"];
  for (const path of others)
    for (const method of ["GET", "POST"])
      expect([path, ...(await codeOf(await ask(`/api/auth${path}`, { method })))]).toEqual([path, 404, "NOT_FOUND"]);
});

test("keys are published, and no private part of them", async () => {
  const response = await ask("/api/auth/jwks");
  const { keys } = z.object({ keys: z.array(z.record(z.string(), z.string())) }).parse(await response.json());
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
});

test("what is not JSON is refused", async () => {
  const form = {
    method: "POST",
    body: "email=a@b.de&password=x",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
  expect(await codeOf(await ask("/api/auth/sign-in", form))).toEqual([400, "INPUT_INVALID"]);
  expect(await codeOf(await ask("/api/auth/sign-in", { ...post(0), body: "{broken" }))).toEqual([400, "INPUT_INVALID"]);
});

test("whoever signs up a stranger's address and then in cannot tell whether it was known", async () => {
  const [known, unknown] = [(await join()).email, newEmail()];
  for (const email of [known, unknown]) {
    await signUp(ask, email, "what a stranger typed");
    const tried = await ask("/api/auth/sign-in", post({ email, password: "what a stranger typed" }));
    expect(await codeOf(tried)).toEqual([401, "SIGN_IN_FAILED"]);
  }
});
