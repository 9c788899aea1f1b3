import { expect, test } from "vitest";
import { codeOf, openHttp, post } from "../test/http.ts";
import { browserOf, linkIn, newEmail, password, signIn, signUp } from "../test/sign-in.ts";

const ask = openHttp();

test("a link that a stranger asked for proves nothing to who did not choose its password", async () => {
  const email = newEmail();
  await signUp(ask, email, "what a stranger typed");
  const token = await linkIn("verify-email", email);
  expect(await codeOf(await ask("/api/auth/verify-email", post({ token, password })))).toEqual([401, "PASSWORD_WRONG"]);
  const tried = await ask("/api/auth/sign-in", post({ email, password: "what a stranger typed" }));
  expect(await codeOf(tried)).toEqual([401, "SIGN_IN_FAILED"]);
});

test("whoever confirms gets the password typed with that link, not one that somebody else typed", async () => {
  const email = newEmail();
  await signUp(ask, email, "the owner's own words");
  const mine = await linkIn("verify-email", email);
  await signUp(ask, email, "somebody else's words");
  expect(await linkIn("verify-email", email)).not.toBe(mine);
  const confirm = (token: string, typed: string) => ask("/api/auth/verify-email", post({ token, password: typed }));
  expect((await confirm(mine, "the owner's own words")).status).toBe(200);

  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password: "somebody else's words" })))).toEqual([
    401,
    "SIGN_IN_FAILED",
  ]);
  expect((await signIn(ask, email, "the owner's own words")).access.sessionId).toBeTruthy();
  const theirs = await linkIn("verify-email", email);
  expect(await codeOf(await confirm(theirs, "somebody else's words"))).toEqual([400, "LINK_INVALID"]);
});

test("looking at a link changes nothing, its button does", async () => {
  const email = newEmail();
  await signUp(ask, email);
  const token = await linkIn("verify-email", email);
  const looked = await ask(`/verify-email?token=${token}`);
  expect(await looked.text()).toContain("<button>Confirm this address</button>");
  expect(looked.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(looked.headers.get("referrer-policy")).toBe("same-origin");
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([401, "SIGN_IN_FAILED"]);

  const guess = { method: "POST", body: new URLSearchParams({ token, password: "a guess" }) };
  const refused = await ask("/verify-email", guess);
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining("This is not the password")]);
  const form = { method: "POST", body: new URLSearchParams({ token, password }) };
  expect(await (await ask("/verify-email", form)).text()).toContain("Your address is confirmed");
  expect((await ask("/verify-email", form)).status).toBe(400);
  expect((await ask(`/verify-email?token="><script>`)).status).toBe(400);
  expect((await browserOf(await ask("/api/auth/sign-in", post({ email, password })))).cookie).toBeTruthy();
});
