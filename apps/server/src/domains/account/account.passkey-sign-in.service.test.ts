import { PasskeyBegun } from "@muejam/contracts/passkey";
import { expect, test } from "vitest";
import { AppError } from "../../kernel/errors.ts";
import { codeIn } from "../../test/app-codes.ts";
import { addPasskey, askedFor, createDevice } from "../../test/authenticator.ts";
import { app, ctxOf, make, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { firstStep, guard } from "../../test/second-factor.ts";
import { actOf, browserOf, join, later, lettersTo, linkIn, password, signIn } from "../../test/sign-in.ts";
import { guess } from "./account.guesses.service.ts";

const ask = openHttp();
const { db } = ctxOf(make.system());
const finish = (ticket: string, given: object) => ask("/api/auth/sign-in/passkey", post({ ticket, given }));
const owner = async () => {
  const person = await join();
  const browser = await signIn(ask, person.email);
  return { ...person, browser, device: await addPasskey(ask, browser) };
};

test("a passkey alone signs in, proves its owner, and says when it was used", async () => {
  const { email, subject, device } = await owner();
  const { ticket, options } = await askedFor(ask);
  expect(options).toMatchObject({ userVerification: "required", rpId: "muejam.test" });
  expect(JSON.stringify(options)).not.toContain("allowCredentials");
  const { access } = await browserOf(await finish(ticket, device.give(options.challenge)));
  const identity = await app.signIn.verifyToken(access.accessToken);
  expect(identity).toMatchObject({ email, subject, provenAt: expect.any(Date) });
  expect((await db.passkey.findFirstOrThrow({ where: { subject } })).lastUsedAt).toBeInstanceOf(Date);
  await runJobs();
  expect((await lettersTo(email)).map(({ subject: title }) => title)).toContain(
    "A new device signed in to your MueJam account",
  );
});

test("what was signed is good once, for our page, by whom the device has made sure of", async () => {
  const { device } = await owner();
  const { ticket, options } = await askedFor(ask);
  const given = device.give(options.challenge);
  expect((await finish(ticket, given)).status).toBe(200);
  expect(await codeOf(await finish(ticket, given))).toEqual([401, "STEP_EXPIRED"]);
  expect(await codeOf(await finish((await askedFor(ask)).ticket, given))).toEqual([401, "PASSKEY_WRONG"]);
  for (const ways of [{ origin: "https://evil.test" }, { host: "evil.test" }, { isHolderSure: false }]) {
    const asked = await askedFor(ask);
    expect(await codeOf(await finish(asked.ticket, device.give(asked.options.challenge, ways)))).toEqual([
      401,
      "PASSKEY_WRONG",
    ]);
  }
  const asked = await askedFor(ask);
  const stranger = createDevice().give(asked.options.challenge);
  expect(await codeOf(await finish(asked.ticket, stranger))).toEqual([401, "PASSKEY_WRONG"]);
});

test("another device's signature under a known passkey's name is refused, and so is a counter that runs back", async () => {
  const { device } = await owner();
  const first = await askedFor(ask);
  expect((await finish(first.ticket, device.give(first.options.challenge, { counter: 9 }))).status).toBe(200);
  const copied = await askedFor(ask);
  const back = device.give(copied.options.challenge, { counter: 5 });
  expect(await codeOf(await finish(copied.ticket, back))).toEqual([401, "PASSKEY_WRONG"]);
  const forged = await askedFor(ask);
  const { id, rawId } = device.give(forged.options.challenge);
  const theirs = { ...createDevice().give(forged.options.challenge), id, rawId };
  expect(await codeOf(await finish(forged.ticket, theirs))).toEqual([401, "PASSKEY_WRONG"]);
});

test("to whoever is signed in it shows that it is them, in place of the password", async () => {
  const { browser: fresh, device } = await owner();
  const browser = await later(ask, fresh);
  const begun = async (from = browser) =>
    PasskeyBegun.parse(await (await ask("/api/auth/prove/passkey/begin", actOf(from, {}))).json());
  const prove = (ticket: string, given: object, from = browser) =>
    ask("/api/auth/prove/passkey", actOf(from, { ticket, given }));
  const stranger = await owner();
  const asked = await begun();
  const theirs = stranger.device.give(asked.options.challenge);
  expect(await codeOf(await prove(asked.ticket, theirs, stranger.browser))).toEqual([401, "STEP_EXPIRED"]);
  expect(await codeOf(await prove(asked.ticket, theirs))).toEqual([401, "PASSKEY_WRONG"]);
  for (const ways of [{ isHolderSure: false }, { origin: "https://evil.test" }]) {
    const { ticket, options } = await begun();
    expect(await codeOf(await prove(ticket, device.give(options.challenge, ways)))).toEqual([401, "PASSKEY_WRONG"]);
  }
  const { ticket, options } = await begun();
  const given = device.give(options.challenge);
  expect(await codeOf(await finish(ticket, given))).toEqual([401, "STEP_EXPIRED"]);
  const proven = { ...browser, ...(await browserOf(await prove(ticket, given))) };
  expect(proven.access.sessionId).toBe(browser.access.sessionId);
  expect((await ask("/api/auth/second-factor/begin", actOf(proven, {}))).status).toBe(200);
  expect(await codeOf(await prove(ticket, given))).toEqual([401, "STEP_EXPIRED"]);
});

test("wrong passwords lock the password: the passkey still opens the door, and leaves the lock as it is", async () => {
  const { email, device } = await owner();
  const isWrong = () => Promise.reject(new AppError("SIGN_IN_FAILED"));
  for (let tried = 0; tried < 10; tried += 1)
    await expect(guess(ctxOf(make.visitor()), { email, from: null }, isWrong)).rejects.toThrow();
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([429, "RATE_LIMITED"]);
  const { ticket, options } = await askedFor(ask);
  expect((await finish(ticket, device.give(options.challenge))).status).toBe(200);
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([429, "RATE_LIMITED"]);
});

test("after the password it takes the place of the code, for the owner of both", async () => {
  const { email, browser, device } = await owner();
  await guard(ask, browser);
  const response = await ask("/api/auth/sign-in", post({ email, password }));
  expect(await response.json()).toMatchObject({ hasPasskey: true });

  const step = await firstStep(ask, email);
  const asked = await askedFor(ask, step);
  const id = device.give(asked.options.challenge).id;
  expect(asked.options).toMatchObject({ allowCredentials: [{ id }] });
  const stranger = (await owner()).device.give(asked.options.challenge);
  expect(await codeOf(await finish(asked.ticket, stranger))).toEqual([401, "PASSKEY_WRONG"]);
  const again = await askedFor(ask, step);
  const touched = device.give(again.options.challenge, { isHolderSure: false });
  expect((await finish(again.ticket, touched)).status).toBe(200);
  const spent = await ask("/api/auth/sign-in/passkey/begin", post({ step }));
  expect(await codeOf(spent)).toEqual([401, "STEP_EXPIRED"]);
});

test("a new password by mail takes no passkey away; an address brought back takes those that came after the move", async () => {
  const { email, subject, device, browser } = await owner();
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const chosen = "a new lantern glows";
  await ask("/api/auth/reset-password", post({ token: await linkIn("reset-password", email), password: chosen }));
  const { ticket, options } = await askedFor(ask);
  expect((await finish(ticket, device.give(options.challenge))).status).toBe(200);
  expect(await codeOf(await ask("/api/auth/passkeys/begin", actOf(browser, {})))).toEqual([401, "SESSION_ENDED"]);

  const thief = await signIn(ask, email, chosen);
  await addPasskey(ask, thief);
  await runJobs();
  const token = await linkIn("not-me", email);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  await ask("/not-me", { method: "POST", headers: form, body: `token=${token}` });
  expect(await db.passkey.count({ where: { subject } })).toBe(1);
});

test("a code still signs in whoever has a passkey as well", async () => {
  const { email, browser } = await owner();
  const { secret } = await guard(ask, browser);
  const ticket = await firstStep(ask, email);
  expect((await ask("/api/auth/sign-in/code", post({ ticket, code: codeIn(secret) }))).status).toBe(200);
});
