import { expect, test } from "vitest";
import { as, ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { firstStep, guard } from "../../test/second-factor.ts";
import { browserOf, cookieOf, join, lettersTo, linkIn, password, signIn } from "../../test/sign-in.ts";
import { resolvePerson } from "./account.people.service.ts";

const ask = openHttp();
const { db } = ctxOf(make.system());
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0";
const told = "A new device signed in to your MueJam account";
const tellings = async (email: string) => {
  await runJobs();
  return (await lettersTo(email)).filter(({ subject }) => subject === told);
};
const comeWith = async (email: string, cookie: string) =>
  browserOf(await ask("/api/auth/sign-in", post({ email, password }, { cookie, "user-agent": firefox })));
const press = (token: string) =>
  ask("/not-me", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token }).toString(),
  });

test("of each device but the first its owner is told once, by what it calls itself", async () => {
  const { email } = await join();
  const first = await signIn(ask, email);
  await comeWith(email, cookieOf(first, "device"));
  expect(await tellings(email)).toEqual([]);

  const second = await comeWith(email, "");
  await comeWith(email, cookieOf(second, "device"));
  const letters = await tellings(email);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain("Firefox on Linux");
});

test("a device is known to each account that signs in with it, and its mark stands in no row", async () => {
  const [one, other] = [await join(), await join()];
  const mine = await signIn(ask, one.email);
  const cookie = cookieOf(mine, "device");
  await signIn(ask, other.email);
  await comeWith(other.email, cookie);
  await comeWith(other.email, cookie);
  await comeWith(one.email, cookie);
  expect(await tellings(one.email)).toHaveLength(0);
  expect(await tellings(other.email)).toHaveLength(1);
  const rows = await db.knownDevice.findMany({ where: { subject: { in: [one.subject, other.subject] } } });
  expect(new Set(rows.map(({ stamp }) => stamp)).size).toBe(3);
  expect(JSON.stringify(rows)).not.toContain(cookie.split("=")[1]);
});

test("its cookie goes nowhere else, and nobody's own words are taken for it", async () => {
  const { email } = await join();
  const response = await ask("/api/auth/sign-in", post({ email, password }, { cookie: "__Host-muejam-device=mine" }));
  const set = response.headers.getSetCookie().find((one) => one.startsWith("__Host-muejam-device="));
  expect(set).toMatch(/^__Host-muejam-device=[\w-]{32}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
});

test("whoever a second factor guards is told only when the code was right as well", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  const { codes } = await guard(ask, browser);
  const ticket = await firstStep(ask, email);
  expect(await tellings(email)).toHaveLength(0);
  await ask("/api/auth/sign-in/code", post({ ticket, code: codes[0] }));
  expect(await tellings(email)).toHaveLength(1);
});

test("“this was not me” shows on GET and acts on POST: everybody is out, and a new password is chosen", async () => {
  const { email, subject } = await join();
  const owner = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  const mine = await signIn(ask, email);
  const thief = await comeWith(email, "");
  const { secret } = await as(owner).account.createKey({ name: "a thief's key", scopes: ["read"] });
  await runJobs();
  const token = await linkIn("not-me", email);
  expect(await (await ask(`/not-me?token=${token}`)).text()).toContain("<button>Shut everybody out</button>");
  const refresh = ({ cookie }: { cookie: string }) => ask("/api/auth/refresh", post({}, { cookie }));
  expect((await refresh(thief)).status).toBe(200);

  const page = await (await press(token)).text();
  expect((await refresh(thief)).status).toBe(401);
  expect((await refresh(mine)).status).toBe(401);
  expect((await ask("/trpc/account.me", { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401);
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([401, "SIGN_IN_FAILED"]);
  expect((await press(token)).status).toBe(400);

  const word = /\/reset-password\?token=([\w-]+)/.exec(page)?.[1];
  const chosen = "a new lantern glows";
  expect((await ask("/api/auth/reset-password", post({ token: word, password: chosen }))).status).toBe(200);
  expect((await signIn(ask, email, chosen)).access.sessionId).toBeTruthy();
  const events = await db.securityEvent.findMany({ where: { accountId: owner.accountId }, select: { kind: true } });
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["device_new", "keys_revoked", "sign_in_disowned"]),
  );
});
