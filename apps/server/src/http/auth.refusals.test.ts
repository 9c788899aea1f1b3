import { Access } from "@muejam/contracts/sign-in";
import { expect, test } from "vitest";
import { ctxOf, make, runJobs } from "../test/harness.ts";
import { codeOf, openHttp, post } from "../test/http.ts";
import { actOf, cookieOf, join, linkIn, newEmail, password, signIn, signUp } from "../test/sign-in.ts";

const ask = openHttp();
const { db } = ctxOf(make.system());
const pressed = (path: string, given: Record<string, string>) =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(given).toString(),
  });

test("a link that is too old opens nothing, of whichever kind", async () => {
  const [{ email }, unproven] = [await join(), newEmail()];
  const mine = await signIn(ask, email);
  await signIn(ask, email);
  await signUp(ask, unproven);
  await ask("/api/auth/forgot-password", post({ email }));
  const next = newEmail();
  await ask("/api/auth/address", actOf(mine, { email: next, password }));
  await runJobs();
  const [reset, verify, move, notMe] = [
    await linkIn("reset-password", email),
    await linkIn("verify-email", unproven),
    await linkIn("confirm-address", next),
    await linkIn("not-me", email),
  ];
  expect([reset, verify, move, notMe].every((word) => word.length > 20)).toBe(true);
  await db.$executeRaw`UPDATE auth.verification SET expires_at = now() - interval '1 s'`;

  for (const [path, token] of [
    ["/api/auth/reset-password", reset],
    ["/api/auth/verify-email", verify],
  ] as const)
    expect(await codeOf(await ask(path, post({ token, password })))).toEqual([400, "LINK_INVALID"]);
  for (const [path, given] of [
    ["/confirm-address", { token: move, password }],
    ["/not-me", { token: notMe }],
  ] as const)
    expect([path, (await pressed(path, given)).status]).toEqual([path, 400]);
  expect((await ask("/api/auth/refresh", post({}, { cookie: mine.cookie }))).status).toBe(200);
});

test("a session that somebody planted is not the one that is signed in to", async () => {
  const [thief, owner] = [await join(), await join()];
  const planted = await signIn(ask, thief.email);
  const given = post({ email: owner.email, password }, { cookie: planted.cookie });
  const response = await ask("/api/auth/sign-in", given);
  const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
  expect(cookieOf({ cookies }, "refresh")).not.toBe(planted.cookie);
  const { sessionId } = Access.parse(await response.json());
  expect(sessionId).not.toBe(planted.access.sessionId);
  // What the thief holds is their own session still, and nobody else's.
  const refreshed = await ask("/api/auth/refresh", post({}, { cookie: planted.cookie }));
  const theirs = Access.parse(await refreshed.json());
  expect(theirs.sessionId).toBe(planted.access.sessionId);
  const made = "11111111-1111-4111-8111-111111111111.aGVyZSBzdGFuZHMgbm90aGluZw";
  const invented = await ask("/api/auth/refresh", post({}, { cookie: `__Host-muejam-refresh=${made}` }));
  expect(await codeOf(invented)).toEqual([401, "SESSION_ENDED"]);
});
