import { expect, test } from "vitest";
import { runJobs } from "../../test/harness.ts";
import { openHttp, post } from "../../test/http.ts";
import { join, linkIn, signIn } from "../../test/sign-in.ts";

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
