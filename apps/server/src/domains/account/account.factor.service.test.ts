import { BackupCodes, FactorView } from "@muejam/contracts/second-factor";
import { SessionList } from "@muejam/contracts/sign-in";
import { expect, test } from "vitest";
import { codeIn } from "../../test/app-codes.ts";
import { app, ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { beginFactor, firstStep, guard } from "../../test/second-factor.ts";
import {
  actOf,
  type Browser,
  browserOf,
  join,
  later,
  lettersTo,
  linkIn,
  password,
  signIn,
} from "../../test/sign-in.ts";
import { limitCodes } from "./account.guesses.service.ts";
import { resolvePerson } from "./account.people.service.ts";

const ask = openHttp();
const { db } = ctxOf(make.system());
const act = (browser: Browser, what: string, given: object) =>
  ask(`/api/auth/second-factor/${what}`, actOf(browser, given));
const finish = (ticket: string, code: string) => ask("/api/auth/sign-in/code", post({ ticket, code }));
const look = async (browser: Browser) => {
  const headers = { authorization: `Bearer ${browser.access.accessToken}` };
  return FactorView.strict().parse(await (await ask("/api/auth/second-factor", { headers })).json());
};

test("once a code has confirmed it, signing in takes the password and then a code", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  expect(await look(browser)).toEqual({ since: null, codesLeft: 0 });
  const { secret, codes } = await guard(ask, browser);
  expect(await look(browser)).toEqual({ since: expect.any(String), codesLeft: 10 });
  expect(codes.every((code) => /^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(10);

  const ticket = await firstStep(ask, email);
  const { access, cookie } = await browserOf(await finish(ticket, codeIn(secret)));
  expect(await app.signIn.verifyToken(access.accessToken)).toMatchObject({ email, sessionId: access.sessionId });
  expect((await ask("/api/auth/refresh", post({}, { cookie }))).status).toBe(200);
  const headers = { authorization: `Bearer ${access.accessToken}` };
  const { sessions } = SessionList.parse(await (await ask("/api/auth/sessions", { headers })).json());
  expect(sessions).toHaveLength(2);
});

test("a code works once, and so does the ticket", async () => {
  const { email } = await join();
  const { secret } = await guard(ask, await signIn(ask, email));
  const [one, other] = [await firstStep(ask, email), await firstStep(ask, email)];
  const code = codeIn(secret);
  expect(await codeOf(await finish(one, codeIn(secret, -1)))).toEqual([401, "CODE_WRONG"]);
  expect((await finish(one, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  expect(await codeOf(await finish(one, codeIn(secret, 1)))).toEqual([401, "STEP_EXPIRED"]);
  expect(await codeOf(await finish(other, code))).toEqual([401, "CODE_WRONG"]);
  expect((await finish(other, codeIn(secret, 1))).status).toBe(200);
});

test("of many who use one code at once, one gets in", async () => {
  const { email } = await join();
  const { secret } = await guard(ask, await signIn(ask, email));
  const tickets = [await firstStep(ask, email), await firstStep(ask, email), await firstStep(ask, email)];
  const code = codeIn(secret);
  const answers = await Promise.all(tickets.map(async (ticket) => finish(ticket, code)));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401, 401]);
});

test("a backup code takes the place of the app once, however it is typed, and its owner is told", async () => {
  const { email, subject } = await join();
  const { accountId } = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  const browser = await signIn(ask, email);
  const { codes } = await guard(ask, browser);
  const [paper = ""] = codes;
  expect((await finish(await firstStep(ask, email), ` ${paper.toUpperCase().replace("-", "")} `)).status).toBe(200);
  expect(await codeOf(await finish(await firstStep(ask, email), paper))).toEqual([401, "CODE_WRONG"]);
  expect((await look(browser)).codesLeft).toBe(9);
  await runJobs();
  const spent = (await lettersTo(email)).find(({ subject: title }) => title.startsWith("A backup code was used"));
  expect(spent?.text).toContain("9 of your backup codes are left");
  const kinds = await db.securityEvent.findMany({
    where: { accountId },
    select: { kind: true },
  });
  const happened = ["account_opened", "backup_code_used", "device_new", "second_factor_on"];
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(happened);
});

test("a password chosen by mail opens nothing without a code, and ends steps that have begun", async () => {
  const { email } = await join();
  const { secret } = await guard(ask, await signIn(ask, email));
  const begun = await firstStep(ask, email);
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const given = { token: await linkIn("reset-password", email), password: "a new lantern glows" };
  const reset = await ask("/api/auth/reset-password", post(given));
  expect([reset.status, reset.headers.has("set-cookie")]).toEqual([200, false]);
  expect(await codeOf(await finish(begun, codeIn(secret)))).toEqual([401, "STEP_EXPIRED"]);
  const ticket = await firstStep(ask, email, given.password);
  expect((await finish(ticket, codeIn(secret))).status).toBe(200);
});

test("it is set up by the owner alone: with a fresh proof, their own ticket and the right code", async () => {
  const [browser, stranger] = [await signIn(ask, (await join()).email), await signIn(ask, (await join()).email)];
  expect(await codeOf(await act(await later(ask, browser), "begin", {}))).toEqual([403, "PROOF_NEEDED"]);
  const { ticket, secret, uri } = await beginFactor(ask, browser);
  expect(uri).toContain(`secret=${secret}`);
  expect(await codeOf(await act(stranger, "confirm", { ticket, code: codeIn(secret) }))).toEqual([401, "STEP_EXPIRED"]);
  const wrong = codeIn(secret) === "000000" ? "000001" : "000000";
  expect(await codeOf(await act(browser, "confirm", { ticket, code: wrong }))).toEqual([401, "CODE_WRONG"]);
  expect((await act(browser, "confirm", { ticket, code: codeIn(secret) })).status).toBe(200);
  expect(await codeOf(await act(browser, "begin", {}))).toEqual([409, "SECOND_FACTOR_ON"]);
});

test("of two that were begun, the first to be confirmed stays", async () => {
  const browser = await signIn(ask, (await join()).email);
  const [one, other] = [await beginFactor(ask, browser), await beginFactor(ask, browser)];
  expect((await act(browser, "confirm", { ticket: one.ticket, code: codeIn(one.secret) })).status).toBe(200);
  const late = await act(browser, "confirm", { ticket: other.ticket, code: codeIn(other.secret) });
  expect(await codeOf(late)).toEqual([409, "SECOND_FACTOR_ON"]);
});

test("new backup codes and the end of it take a code, and are told by mail", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  const { secret, codes } = await guard(ask, browser);
  for (const what of ["remove", "backup-codes"])
    expect(await codeOf(await act(browser, what, { code: "00000-00000" }))).toEqual([401, "CODE_WRONG"]);

  const renewed = BackupCodes.parse(await (await act(browser, "backup-codes", { code: codeIn(secret) })).json());
  expect(renewed.codes).toHaveLength(10);
  expect(await codeOf(await act(browser, "remove", { code: codes[1] }))).toEqual([401, "CODE_WRONG"]);
  expect((await act(browser, "remove", { code: renewed.codes[0] })).status).toBe(200);
  expect(await look(browser)).toEqual({ since: null, codesLeft: 0 });
  expect(await codeOf(await act(browser, "remove", { code: renewed.codes[1] }))).toEqual([409, "SECOND_FACTOR_OFF"]);
  expect((await signIn(ask, email)).access.sessionId).toBeTruthy();
  await runJobs();
  expect((await lettersTo(email)).map(({ subject }) => subject).reverse()).toEqual([
    "Signing in to MueJam now takes a second step",
    "You have new backup codes for MueJam",
    "Signing in to MueJam takes no second step any more",
    "A new device signed in to your MueJam account",
  ]);
});

test("ten codes an hour may be tried, whoever tries them", async () => {
  const { email, subject } = await join();
  const { secret } = await guard(ask, await signIn(ask, email));
  const ticket = await firstStep(ask, email);
  for (let tries = 1; tries < 10; tries += 1) await limitCodes(ctxOf(make.visitor()), subject);
  const limited = await finish(ticket, codeIn(secret));
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(60);
  expect(await codeOf(limited)).toEqual([429, "RATE_LIMITED"]);
  await finish(ticket, codeIn(secret));
  await runJobs();
  const tellings = (await lettersTo(email)).filter(({ subject: title }) => title.startsWith("Somebody tries"));
  expect(tellings.map(({ text }) => text.includes("knows your password"))).toEqual([true]);
});

test("no secret and no code stands in a row", async () => {
  const { email, subject } = await join();
  const { secret, codes } = await guard(ask, await signIn(ask, email));
  const rows = await db.secondFactor.findMany({ where: { subject }, include: { backupCodes: true } });
  const stored = JSON.stringify(rows);
  expect(rows[0]?.backupCodes).toHaveLength(10);
  for (const word of [secret, ...codes, ...codes.map((code) => code.replace("-", ""))])
    expect(stored).not.toContain(word);
});

test("without a session nobody looks or changes anything", async () => {
  const { email } = await join();
  const browser = await signIn(ask, email);
  await ask("/api/auth/sign-out", post({}, { cookie: browser.cookie }));
  const given = { password, ticket: "a-word", code: "123456" };
  for (const what of ["begin", "confirm", "remove", "backup-codes"]) {
    expect(await codeOf(await act(browser, what, given))).toEqual([401, "SESSION_ENDED"]);
    expect(await codeOf(await ask(`/api/auth/second-factor/${what}`, post(given)))).toEqual([401, "SIGN_IN_REQUIRED"]);
  }
});
