import { PasskeyList } from "@muejam/contracts/passkey";
import { expect, test } from "vitest";
import { codeIn } from "../../test/app-codes.ts";
import { addPasskey, begin, createDevice } from "../../test/authenticator.ts";
import { ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { guard } from "../../test/second-factor.ts";
import { actOf, type Browser, join, lettersTo, signIn } from "../../test/sign-in.ts";
import { beginPasskey } from "./account.passkeys.service.ts";

const ask = openHttp();
const { db, accounts } = ctxOf(make.system());
const list = async ({ access }: Browser) => {
  const headers = { authorization: `Bearer ${access.accessToken}` };
  return PasskeyList.strict().parse(await (await ask("/api/auth/passkeys", { headers })).json()).passkeys;
};
const remove = (browser: Browser, id: string) => ask("/api/auth/passkeys/remove", actOf(browser, { id }));
const rename = (browser: Browser, id: string, name: string) =>
  ask("/api/auth/passkeys/rename", actOf(browser, { id, name }));
const newcomer = async () => {
  const person = await join();
  return { ...person, browser: await signIn(ask, person.email) };
};

test("it is named, listed, told by mail, and removed again", async () => {
  const { email, browser } = await newcomer();
  await addPasskey(ask, browser);
  const [passkey] = await list(browser);
  expect(passkey).toMatchObject({ name: "My phone", isSynced: false, lastUsedAt: null });
  expect((await remove(browser, passkey?.id ?? "")).status).toBe(200);
  expect(await list(browser)).toEqual([]);
  await runJobs();
  expect((await lettersTo(email)).map(({ subject }) => subject).sort()).toEqual([
    "A passkey was added to your MueJam account",
    "A passkey was removed from your MueJam account",
  ]);
});

test("its owner gives it another name, and nobody else does", async () => {
  const { browser } = await newcomer();
  await addPasskey(ask, browser);
  const [id = ""] = (await list(browser)).map((passkey) => passkey.id);
  expect((await rename(browser, id, "  The blue key ")).status).toBe(200);
  expect(await list(browser)).toMatchObject([{ id, name: "The blue key" }]);

  const stranger = await newcomer();
  expect(await codeOf(await rename(stranger.browser, id, "Mine now"))).toEqual([404, "NOT_FOUND"]);
  for (const name of [" ", "x".repeat(61), "two\nlines"])
    expect(await codeOf(await rename(browser, id, name))).toEqual([400, "INPUT_INVALID"]);
  expect(await list(browser)).toMatchObject([{ name: "The blue key" }]);
  await ask("/api/auth/sign-out", post({}, { cookie: browser.cookie }));
  expect(await codeOf(await rename(browser, id, "Late"))).toEqual([401, "SESSION_ENDED"]);
});

test("both acts are in the audit, and only the public half is kept", async () => {
  const { subject, browser } = await newcomer();
  await addPasskey(ask, browser);
  const [row] = await db.passkey.findMany({ where: { subject } });
  expect(row?.publicKey).toMatch(/^pQECAyYgASFYI/);
  await remove(browser, row?.id ?? "");
  const acts = await db.auditEntry.findMany({ where: { subject: `identity:built-in:${subject}` } });
  expect(acts.map(({ act }) => act).sort()).toEqual(["passkey.added", "passkey.removed"]);
});

test("what another page, another host or another challenge had signed is no passkey", async () => {
  const { browser } = await newcomer();
  const device = createDevice();
  for (const [name, ways] of [
    ["page", { origin: "https://muejam.evil.test" }],
    ["host", { host: "evil.test" }],
    ["holder", { isHolderSure: false }],
  ] as const) {
    const { ticket, options } = await begin(ask, browser);
    const given = { ticket, name: "x", made: device.make(options.challenge, ways) };
    expect([name, ...(await codeOf(await ask("/api/auth/passkeys", actOf(browser, given))))]).toEqual([
      name,
      401,
      "PASSKEY_WRONG",
    ]);
  }
  const { ticket } = await begin(ask, browser);
  const other = { ticket, name: "x", made: device.make("YW5vdGhlciBjaGFsbGVuZ2U") };
  expect(await codeOf(await ask("/api/auth/passkeys", actOf(browser, other)))).toEqual([401, "PASSKEY_WRONG"]);
  expect(await list(browser)).toEqual([]);
});

test("a begun one is its owner's, and is finished once", async () => {
  const [mine, theirs] = [await newcomer(), await newcomer()];
  const device = createDevice();
  const { ticket, options } = await begin(ask, mine.browser);
  const given = { ticket, name: "x", made: device.make(options.challenge) };
  expect(await codeOf(await ask("/api/auth/passkeys", actOf(theirs.browser, given)))).toEqual([401, "STEP_EXPIRED"]);
  expect((await ask("/api/auth/passkeys", actOf(mine.browser, given))).status).toBe(200);
  expect(await codeOf(await ask("/api/auth/passkeys", actOf(mine.browser, given)))).toEqual([401, "STEP_EXPIRED"]);

  const again = await begin(ask, theirs.browser);
  const same = { ticket: again.ticket, name: "x", made: device.make(again.options.challenge) };
  expect(await codeOf(await ask("/api/auth/passkeys", actOf(theirs.browser, same)))).toEqual([401, "PASSKEY_WRONG"]);
});

test("it takes a proof of the last ten minutes, and a code where one guards the account", async () => {
  const { subject, email, browser } = await newcomer();
  const ctx = ctxOf(make.visitor());
  const late = make.identity({ subject, email, provenAt: new Date(Date.now() - 11 * 60_000) });
  await expect(beginPasskey(ctx, late, {})).rejects.toMatchObject({ code: "PROOF_NEEDED" });
  const never = make.identity({ subject, email, provenAt: null });
  await expect(beginPasskey(ctx, never, {})).rejects.toMatchObject({ code: "PROOF_NEEDED" });

  const { secret, codes } = await guard(ask, browser);
  for (const given of [{}, { code: "00000-00000" }])
    expect(await codeOf(await ask("/api/auth/passkeys/begin", actOf(browser, given)))).toEqual([401, "CODE_WRONG"]);
  await addPasskey(ask, browser, { code: codeIn(secret) });
  await addPasskey(ask, browser, { code: codes[0] });
  expect(await list(browser)).toHaveLength(2);
});

test("the last way in stays, also when two are removed at once; somebody else's look like none", async () => {
  const { subject, browser } = await newcomer();
  await addPasskey(ask, browser);
  await addPasskey(ask, browser);
  await accounts.dropPassword(db, subject);
  const own = await list(browser);
  const stranger = await newcomer();
  expect(await codeOf(await remove(stranger.browser, own[0]?.id ?? ""))).toEqual([404, "NOT_FOUND"]);

  const answers = await Promise.all(own.map(async ({ id }) => (await remove(browser, id)).status));
  expect(answers.sort((a, b) => a - b)).toEqual([200, 409]);
  const [left] = await list(browser);
  expect(await codeOf(await remove(browser, left?.id ?? ""))).toEqual([409, "LAST_WAY_IN"]);
});

test("twenty are enough", async () => {
  const { subject, browser } = await newcomer();
  const row = { subject, publicKey: "x", counter: 0, transports: [], name: "x", isSynced: false };
  const rows = Array.from({ length: 20 }, () => {
    const id = make.identity().subject;
    return { ...row, id, credentialId: id, createdAt: new Date() };
  });
  await db.passkey.createMany({ data: rows });
  expect(await codeOf(await ask("/api/auth/passkeys/begin", actOf(browser, {})))).toEqual([409, "PASSKEYS_FULL"]);
});

test("without a session nobody looks or changes anything", async () => {
  const { browser } = await newcomer();
  await ask("/api/auth/sign-out", post({}, { cookie: browser.cookie }));
  expect(await codeOf(await ask("/api/auth/passkeys/begin", actOf(browser, {})))).toEqual([401, "SESSION_ENDED"]);
  expect(await codeOf(await remove(browser, make.identity().subject))).toEqual([401, "SESSION_ENDED"]);
});
