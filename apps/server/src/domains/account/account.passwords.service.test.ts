import { expect, test } from "vitest";
import { createAccounts } from "../../adapters/accounts.ts";
import { ctxOf, make, runJobs } from "../../test/harness.ts";
import { openHttp, post } from "../../test/http.ts";
import { join, linkIn, password, signIn } from "../../test/sign-in.ts";
import { resetPassword } from "./account.passwords.service.ts";
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
  const device = { address: "::1", userAgent: "" };
  const entering = sessions.signIn({ ...ctx, accounts }, { email, password, device });
  await expect(entering).rejects.toMatchObject({ code: "SIGN_IN_FAILED" });
});
