import { randomInt } from "node:crypto";
import { ProviderBegun, type ProviderName } from "@muejam/contracts/provider";
import { afterAll, afterEach } from "vitest";
import { createProviders, type ProviderKeys } from "../adapters/providers.ts";
import type { HttpParts } from "../http/app.ts";
import { app } from "./harness.ts";
import { openHttp, post } from "./http.ts";
import { clientId, clientSecret, startProvider, type There } from "./provider.ts";
import { actOf, type Browser, join, newEmail, signIn } from "./sign-in.ts";

export const there = await startProvider();
afterAll(() => there.close());
afterEach(() => void Object.assign(there.state, { isDown: false, twist: {} }));

const own = { clientId, clientSecret };

/** The doors of a server that has these keys; without `origin` it would ask the providers themselves. */
export function openWith(keys: ProviderKeys, origin?: string): ReturnType<typeof openHttp> {
  const providers = createProviders({ keys, publicUrl: "https://muejam.test", log: app.log, origin });
  const { accounts } = app.signIn;
  const ctxFor: HttpParts["ctxFor"] = (caller) => ({ ...app.ctxFor(caller), accounts: { ...accounts, providers } });
  return openHttp({ ctxFor });
}
export const ask = openWith({ discord: own, github: own, google: own }, there.origin);

/** Nobody has come from there with this name before. */
export const somebody = (given: Partial<There> = {}): There => ({
  subject: String(randomInt(1e12)),
  email: newEmail(),
  isEmailVerified: true,
  ...given,
});

type Came = { cookie: string; given: { provider: ProviderName; state: string; code: string } };
type Going = { provider?: ProviderName; browser?: Browser | null; wish?: "begin" | "prove" };

/** A browser goes there and comes back, with what stands in its address then. With `browser` it is whoever is signed in there. */
export async function comeBack(who: There, { provider = "google", browser = null, wish = "begin" }: Going = {}) {
  const begun = browser
    ? await ask(`/api/auth/providers/${wish}`, actOf(browser, { provider }))
    : await ask("/api/auth/sign-in/provider/begin", post({ provider }));
  const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { url } = ProviderBegun.parse(await begun.json());
  there.state.who = who;
  return { cookie, given: { provider, ...there.consent(url) }, url: new URL(url) };
}

export const finish = ({ cookie, given }: Came, headers: Record<string, string> = {}) =>
  ask("/api/auth/sign-in/provider", post(given, { cookie, ...headers }));

export const enter = async (who: There, provider: ProviderName = "google") => finish(await comeBack(who, { provider }));

export const tokenOf = ({ access }: Pick<Browser, "access">) => ({ authorization: `Bearer ${access.accessToken}` });

export const identityOf = async ({ access }: Pick<Browser, "access">) => {
  const identity = await app.signIn.verifyToken(access.accessToken);
  if (!identity) throw new Error("This token is not ours.");
  return identity;
};

/** Somebody with a password who has connected Google. */
export async function connect(who = somebody()) {
  const { email, subject } = await join();
  const browser = await signIn(ask, email);
  const answer = await finish(await comeBack(who, { browser }), tokenOf(browser));
  if (!answer.ok) throw new Error(`Nothing was connected: ${await answer.text()}`);
  return { who, email, subject, browser };
}

export const unlink = (browser: Browser, provider: ProviderName = "google") =>
  ask("/api/auth/providers/unlink", actOf(browser, { provider }));
