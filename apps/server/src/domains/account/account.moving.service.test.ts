import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { actOf, type Browser, join, lettersTo, linkIn, newEmail, password, signIn } from "../../test/sign-in.ts";
import { purge } from "./account.ending.service.ts";
import { resolvePerson } from "./account.people.service.ts";

const ask = openHttp();
const { accounts, db } = ctxOf(make.system());
const openings = { "confirm-address": { password }, "undo-address": {} };
const ofPage = (page: keyof typeof openings, token: string, given = openings[page]) =>
  ask(`/${page}`, { method: "POST", body: new URLSearchParams({ token, ...given }) });
const canSignIn = async (email: string, given = password) =>
  (await ask("/api/auth/sign-in", post({ email, password: given }))).status === 200;

async function askFor(browser: Browser, email: string): Promise<void> {
  expect((await ask("/api/auth/address", actOf(browser, { email, password }))).status).toBe(200);
  await runJobs();
}

async function move(browser: Browser, email: string): Promise<void> {
  await askFor(browser, email);
  const confirmed = await ofPage("confirm-address", await linkIn("confirm-address", email));
  expect(await confirmed.text()).toContain("This is your address now");
  await runJobs();
}

test("the address changes when the new one is confirmed with the password, and not before", async () => {
  const [{ email }, to] = [await join(), newEmail()];
  const browser = await signIn(ask, email);
  await askFor(browser, to.toUpperCase());
  const token = await linkIn("confirm-address", to);
  expect(await (await ask(`/confirm-address?token=${token}`)).text()).toContain("<button>Use this address</button>");
  expect([await canSignIn(email), await canSignIn(to)]).toEqual([true, false]);

  const guessed = await ofPage("confirm-address", token, { password: "a guess of it" });
  expect([guessed.status, await guessed.text()]).toEqual([401, expect.stringContaining("This is not the password")]);
  expect((await ofPage("confirm-address", token)).status).toBe(200);
  expect((await ofPage("confirm-address", token)).status).toBe(400);
  expect([await canSignIn(email), await canSignIn(to)]).toEqual([false, true]);
});

test("the account follows, and its owner can see that it did", async () => {
  const [{ email, subject }, to] = [await join(), newEmail()];
  const browser = await signIn(ask, email);
  const identity = make.identity({ subject, email });
  const { accountId } = await resolvePerson(ctxOf(make.visitor()), identity, undefined);
  await move(browser, to);
  const { keys } = ctxOf(make.system());
  const row = await db.identity.findFirstOrThrow({ where: { subject } });
  expect(keys.decrypt("identity.email", row.emailSealed ?? "")).toBe(to);
  expect(await db.securityEvent.count({ where: { accountId, kind: "email_changed" } })).toBe(1);
});

test("the former address brings itself back, and shuts out whoever was in", async () => {
  const [{ email, subject }, to] = [await join(), newEmail()];
  const browser = await signIn(ask, email);
  const owner = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  await as(owner).account.createKey({ name: "a key", scopes: ["read"] });
  await accounts.link(db, { subject, provider: "google", accountId: subject });
  await move(browser, to);
  const thief = await signIn(ask, to);
  await accounts.link(db, { subject, provider: "github", accountId: subject });
  await ask("/api/auth/forgot-password", post({ email: to }));
  await runJobs();
  const theirs = await linkIn("reset-password", to);

  const token = await linkIn("undo-address", email);
  expect(await (await ask(`/undo-address?token=${token}`)).text()).toContain("<button>Bring it back</button>");
  const page = await (await ofPage("undo-address", token)).text();
  expect(page).toContain("Your address is back");
  expect((await ofPage("undo-address", token)).status).toBe(400);

  for (const { cookie } of [browser, thief])
    expect(await codeOf(await ask("/api/auth/refresh", post({}, { cookie })))).toEqual([401, "SESSION_ENDED"]);
  expect(await as(owner).account.listKeys()).toEqual({ keys: [] });
  expect(await accounts.listLinks(db, subject)).toMatchObject([{ provider: "google" }]);
  expect([await canSignIn(email), await canSignIn(to)]).toEqual([false, false]);
  const reset = (word: string) =>
    ask("/api/auth/reset-password", post({ token: word, password: "a new lantern glows" }));
  expect(await codeOf(await reset(theirs))).toEqual([400, "LINK_INVALID"]);
  const [, word = ""] = /reset-password\?token=([\w-]+)/.exec(page) ?? [];
  expect((await reset(word)).status).toBe(200);
  expect(await canSignIn(email, "a new lantern glows")).toBe(true);
});

test("going back ends all later changes, whose links bring nobody in again", async () => {
  const [{ email }, second, third] = [await join(), newEmail(), newEmail()];
  const browser = await signIn(ask, email);
  await move(browser, second);
  await move(browser, third);
  const [first, later] = [await linkIn("undo-address", email), await linkIn("undo-address", second)];
  expect((await ofPage("undo-address", first)).status).toBe(200);
  expect((await ofPage("undo-address", later)).status).toBe(400);
});

test("a link from before another change is about nothing", async () => {
  const [{ email }, second, third] = [await join(), newEmail(), newEmail()];
  const browser = await signIn(ask, email);
  await askFor(browser, second);
  await move(browser, third);
  expect((await ofPage("confirm-address", await linkIn("confirm-address", second))).status).toBe(400);
  expect(await canSignIn(third)).toBe(true);
});

test("an address that somebody has proven is told to its owner alone", async () => {
  const [mine, theirs] = [await join(), await join()];
  const browser = await signIn(ask, mine.email);
  const shape = async (email: string) => {
    const { queries, result } = await countQueries(() =>
      Promise.resolve(ask("/api/auth/address", actOf(browser, { email, password }))),
    );
    return { queries, status: result.status, text: await result.text() };
  };
  expect(await shape(theirs.email)).toEqual(await shape(newEmail()));
  await runJobs();
  expect((await lettersTo(theirs.email)).map(({ subject }) => subject)).toEqual([
    "This address already signs in to MueJam",
  ]);
});

test("whoever only claimed an address loses it to who proves it", async () => {
  const [mine, claimed] = [await join(), newEmail()];
  const { accounts } = ctxOf(make.system());
  const stranger = await accounts.create(db, { email: claimed, passwordHash: "$argon2id$none" });
  await move(await signIn(ask, mine.email), claimed);
  expect(await accounts.find(db, stranger.subject)).toBeNull();
  expect(await canSignIn(claimed)).toBe(true);
});

test("the address is shown to who signs in with it", async () => {
  const { email } = await join();
  const headers = { authorization: `Bearer ${(await signIn(ask, email)).access.accessToken}` };
  expect(await (await ask("/api/auth/address", { headers })).json()).toEqual({ email });
});

test("it takes a session, the password and another address", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  const given = { email: newEmail(), password };
  const change = async (body: object, from = browser) => codeOf(await ask("/api/auth/address", actOf(from, body)));
  expect(await change({ ...given, password: "a guess of it" })).toEqual([401, "PASSWORD_WRONG"]);
  expect(await change({ ...given, email })).toEqual([400, "INPUT_INVALID"]);
  expect(await codeOf(await ask("/api/auth/address", post(given)))).toEqual([401, "SIGN_IN_REQUIRED"]);
  await ask("/api/auth/sign-out", post({}, { cookie: browser.cookie }));
  expect(await change(given)).toEqual([401, "SESSION_ENDED"]);
});

test("after 7 days nothing is known of a former address", async () => {
  const [{ email, subject }, to] = [await join(), newEmail()];
  await move(await signIn(ask, email), to);
  const later = new Date(Date.now() + 8 * 86_400_000);
  expect(await db.formerAddress.count({ where: { subject } })).toBe(1);
  await purge(ctxOf(make.system(), { now: () => later }));
  expect(await db.formerAddress.count({ where: { subject } })).toBe(0);
});
