import { ProviderList } from "@muejam/contracts/provider";
import { Ways } from "@muejam/contracts/ways";
import { expect, test } from "vitest";
import { as, ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import {
  ask,
  comeBack,
  connect,
  enter,
  finish,
  identityOf,
  somebody,
  tokenOf,
  unlink,
} from "../../test/provider-sign-in.ts";
import { actOf, type Browser, browserOf, join, later, lettersTo, linkIn, signIn } from "../../test/sign-in.ts";

const { db, accounts } = ctxOf(make.system());
const list = async (browser: Browser) =>
  ProviderList.strict().parse(await (await ask("/api/auth/providers", { headers: tokenOf(browser) })).json());

test("only the owner who began it connects a provider, signed in and having just shown who they are", async () => {
  const [mine, theirs] = [await signIn(ask, (await join()).email), await signIn(ask, (await join()).email)];
  const who = somebody();
  const came = await comeBack(who, { browser: mine });
  expect(await codeOf(await finish(came))).toEqual([401, "SIGN_IN_REQUIRED"]);
  expect(await codeOf(await finish(came, tokenOf(theirs)))).toEqual([401, "STEP_EXPIRED"]);
  expect((await finish(came, tokenOf(mine))).status).toBe(200);
  expect(await codeOf(await finish(came, tokenOf(mine)))).toEqual([401, "STEP_EXPIRED"]);

  const unproven = await later(ask, theirs);
  const begun = await ask("/api/auth/providers/begin", actOf(unproven, { provider: "google" }));
  expect(await codeOf(begun)).toEqual([403, "PROOF_NEEDED"]);
  expect(await codeOf(await unlink(unproven))).toEqual([403, "PROOF_NEEDED"]);
  await ask("/api/auth/sign-out", post({}, { cookie: theirs.cookie }));
  const over = await ask("/api/auth/providers/begin", actOf(theirs, { provider: "google" }));
  expect(await codeOf(over)).toEqual([401, "SESSION_ENDED"]);
});

test("whoever has no password shows by a connected provider that it is them", async () => {
  const { who, subject, browser: fresh } = await connect();
  await accounts.dropPassword(db, subject);
  const browser = await later(ask, fresh);
  const goAs = (there: typeof who) => comeBack(there, { browser, wish: "prove" });
  expect(await codeOf(await ask("/api/auth/providers/prove", actOf(browser, { provider: "github" })))).toEqual([
    404,
    "NOT_FOUND",
  ]);
  for (const stranger of [somebody(), (await connect()).who])
    expect(await codeOf(await finish(await goAs(stranger), tokenOf(browser)))).toEqual([401, "PROVIDER_REFUSED"]);
  const came = await goAs(who);
  const other = await signIn(ask, (await join()).email);
  expect(await codeOf(await finish(came))).toEqual([401, "SIGN_IN_REQUIRED"]);
  expect(await codeOf(await finish(came, tokenOf(other)))).toEqual([401, "STEP_EXPIRED"]);
  const answer = await finish(came, tokenOf(browser));
  expect(answer.headers.has("set-cookie")).toBe(false);
  const proven = { ...(await browserOf(answer)), address: "" };
  expect(proven.access.sessionId).toBe(browser.access.sessionId);
  expect((await identityOf(proven)).provenAt).toEqual(expect.any(Date));
  const begun = await ask("/api/auth/providers/begin", actOf(proven, { provider: "github" }));
  expect(begun.status).toBe(200);
});

test("somebody there is connected to one account here, and an account to one of them", async () => {
  const { who, browser } = await connect();
  const other = await signIn(ask, (await join()).email);
  expect(await codeOf(await finish(await comeBack(who, { browser: other }), tokenOf(other)))).toEqual([
    409,
    "PROVIDER_TAKEN",
  ]);
  const second = await comeBack(somebody(), { browser });
  expect(await codeOf(await finish(second, tokenOf(browser)))).toEqual([409, "PROVIDER_TAKEN"]);
});

test("connecting and disconnecting is listed, told by mail, noted and audited", async () => {
  const { email, subject, browser, who } = await connect();
  const headers = { ...tokenOf(browser), "content-type": "application/json" };
  await ask("/trpc/account.me", { headers });
  expect((await list(browser)).providers.find(({ provider }) => provider === "google")?.linkedAt).not.toBeNull();
  expect((await unlink(browser)).status).toBe(200);
  expect(await codeOf(await unlink(browser))).toEqual([404, "NOT_FOUND"]);
  await finish(await comeBack(who, { browser }), tokenOf(browser));
  await runJobs();
  expect((await lettersTo(email)).map(({ subject: title }) => title).sort()).toEqual([
    "Google was connected to your MueJam account",
    "Google was connected to your MueJam account",
    "Google was disconnected from your MueJam account",
  ]);
  const identity = await identityOf(browser);
  const events = await as(await make.person(identity)).account.securityEvents({});
  expect(events.items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["provider_linked", "provider_unlinked", "account_opened"]),
  );
  const acts = await db.auditEntry.findMany({ where: { subject: `identity:built-in:${subject}` } });
  expect(acts.map(({ act }) => act).sort()).toEqual(["provider.linked", "provider.linked", "provider.unlinked"]);
});

test("by which ways somebody comes in is told to them alone", async () => {
  const { subject, browser } = await connect();
  const ways = async (door = ask) =>
    Ways.strict().parse(await (await door("/api/auth/ways", { headers: tokenOf(browser) })).json());
  expect(await ways()).toEqual({ hasPassword: true, hasPasskey: false, providers: ["google"] });
  await accounts.dropPassword(db, subject);
  expect(await ways(openHttp())).toEqual({ hasPassword: false, hasPasskey: false, providers: [] });
  expect(await codeOf(await ask("/api/auth/ways"))).toEqual([401, "SIGN_IN_REQUIRED"]);
});

test("the last way in stays, also when two are taken away at once", async () => {
  const { subject, browser } = await connect();
  await finish(await comeBack(somebody(), { provider: "github", browser }), tokenOf(browser));
  await accounts.dropPassword(db, subject);
  const answers = await Promise.all([unlink(browser, "google"), unlink(browser, "github")]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const [left] = await accounts.listLinks(db, subject);
  expect(await codeOf(await unlink(browser, left?.provider))).toEqual([409, "LAST_WAY_IN"]);
  // Without its keys a provider is no way in, so the passkey that is left beside it stays.
  const keyless = openHttp();
  const row = { subject, publicKey: "x", counter: 0, transports: [], name: "x", isSynced: false };
  const id = make.identity().subject;
  await db.passkey.create({ data: { ...row, id, credentialId: id, createdAt: new Date() } });
  expect(await codeOf(await keyless("/api/auth/passkeys/remove", actOf(browser, { id })))).toEqual([
    409,
    "LAST_WAY_IN",
  ]);
  expect((await ask("/api/auth/passkeys/remove", actOf(browser, { id }))).status).toBe(200);
});

test("whoever comes by a provider and was not the owner finds it closed, too", async () => {
  const { who, email, subject } = await connect();
  await enter(who);
  await runJobs();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const body = `token=${await linkIn("not-me", email)}`;
  await ask("/not-me", { method: "POST", headers: form, body });
  expect(await accounts.listLinks(db, subject)).toEqual([]);
  expect(await codeOf(await enter({ ...who, email }))).toEqual([409, "ADDRESS_KNOWN"]);
});
