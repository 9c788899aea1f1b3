import { ProviderBegun } from "@muejam/contracts/provider";
import { CodeAsked } from "@muejam/contracts/second-factor";
import { expect, test } from "vitest";
import { guess } from "../domains/account/account.guesses.service.ts";
import { hearDeleted } from "../domains/account/account.identities.service.ts";
import { AppError } from "../kernel/errors.ts";
import { codeIn } from "../test/app-codes.ts";
import { ctxOf, make, runJobs } from "../test/harness.ts";
import { codeOf, post } from "../test/http.ts";
import { limitless } from "../test/limitless.ts";
import {
  ask,
  comeBack,
  connect,
  enter,
  finish,
  identityOf,
  openWith,
  somebody,
  there,
  tokenOf,
  unlink,
} from "../test/provider-sign-in.ts";
import { guard } from "../test/second-factor.ts";
import {
  type Browser,
  browserOf,
  cookieOf,
  join,
  linkIn,
  newEmail,
  password,
  signIn,
  signUp,
} from "../test/sign-in.ts";

const { db, accounts } = ctxOf(make.system());

test.each(["discord", "github", "google"] as const)(
  "%s makes an account once, and signs in to it again",
  async (name) => {
    const who = somebody();
    const first = await browserOf(await enter(who, name));
    const identity = await identityOf(first);
    expect(identity).toMatchObject({ email: who.email, isEmailVerified: true, provenAt: expect.any(Date) });
    const again = await browserOf(await enter({ ...who, email: newEmail(), isEmailVerified: false }, name));
    expect((await identityOf(again)).subject).toBe(identity.subject);
    expect(again.access.sessionId).not.toBe(first.access.sessionId);
    expect(await accounts.findPasswordHash(db, identity.subject)).toBeNull();
    expect(await accounts.listLinks(db, identity.subject)).toMatchObject([{ provider: name }]);
  },
);

test("a browser is sent with a state, a challenge and a nonce of its own, and told where to come back to by us alone", async () => {
  const [one, two] = [await comeBack(somebody()), await comeBack(somebody())];
  for (const name of ["state", "code_challenge", "nonce"]) {
    expect(one.url.searchParams.get(name)).toMatch(/^[\w-]{32,}$/);
    expect(one.url.searchParams.get(name)).not.toBe(two.url.searchParams.get(name));
  }
  expect(one.url.searchParams.get("redirect_uri")).toBe("https://muejam.test/api/auth/from/google");
  const elsewhere = post({ provider: "google", next: "https://evil.test", redirect_uri: "https://evil.test" });
  const { url } = ProviderBegun.strict().parse(await (await ask("/api/auth/sign-in/provider/begin", elsewhere)).json());
  expect(url).not.toContain("evil");
});

test("whoever comes from there is handed to a page with all they bring, and nowhere else", async () => {
  const brought = "code=4%2F0Ab12e5&state=abc_-9&iss=https%3A%2F%2Faccounts.google.com";
  const answer = await ask(`/api/auth/from/google?${brought}`, { headers: { "sec-fetch-site": "cross-site" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/sign-in/with/google#${brought}`]);
  expect([answer.headers.has("set-cookie"), answer.headers.get("cache-control")]).toEqual([false, "private, no-store"]);
  for (const name of ["%2F%2Fevil.test", "evil.test", "google%0d%0aset-cookie:%20x=y"])
    expect((await ask(`/api/auth/from/${name}?${brought}`)).headers.has("location")).toBe(false);
});

test("an address that the provider has not proven makes and connects nothing", async () => {
  for (const provider of ["discord", "github", "google"] as const) {
    const who = somebody({ isEmailVerified: false });
    expect(await codeOf(await enter(who, provider))).toEqual([403, "PROVIDER_EMAIL_UNVERIFIED"]);
    expect(await accounts.findByEmail(db, who.email)).toBeNull();
  }
  const browser = await signIn(ask, (await join()).email);
  const came = await comeBack(somebody({ isEmailVerified: false }), { browser });
  expect(await codeOf(await finish(came, tokenOf(browser)))).toEqual([403, "PROVIDER_EMAIL_UNVERIFIED"]);
  expect(await accounts.listLinks(db, (await identityOf(browser)).subject)).toEqual([]);
});

test("the address of somebody's account opens it for nobody, proven there or not", async () => {
  const { email, subject } = await join();
  expect(await codeOf(await enter(somebody({ email })))).toEqual([409, "ADDRESS_KNOWN"]);
  expect(await codeOf(await enter(somebody({ email, isEmailVerified: false })))).toEqual([
    403,
    "PROVIDER_EMAIL_UNVERIFIED",
  ]);
  expect(await accounts.listLinks(db, subject)).toEqual([]);
});

test("whoever has only claimed an address loses it to its owner, and what they chose opens nothing", async () => {
  const who = somebody();
  await signUp(ask, who.email, "what a stranger typed");
  const token = await linkIn("verify-email", who.email);
  const { access } = await browserOf(await enter(who));
  const late = post({ token, password: "what a stranger typed" });
  expect(await codeOf(await ask("/api/auth/verify-email", late))).toEqual([400, "LINK_INVALID"]);
  const tried = await ask("/api/auth/sign-in", post({ email: who.email, password: "what a stranger typed" }));
  expect(await codeOf(tried)).toEqual([401, "SIGN_IN_FAILED"]);
  expect((await identityOf({ access })).email).toBe(who.email);
});

test("a state works once, in the browser that it was given to, at its provider, for ten minutes", async () => {
  const came = await comeBack(somebody());
  expect(await codeOf(await finish({ ...came, cookie: "" }))).toEqual([401, "STEP_EXPIRED"]);
  const foreign = (await comeBack(somebody())).cookie;
  expect(await codeOf(await finish({ ...came, cookie: foreign }))).toEqual([401, "STEP_EXPIRED"]);
  const elsewhere = { ...came, given: { ...came.given, provider: "github" as const } };
  expect(await codeOf(await finish(elsewhere))).toEqual([401, "STEP_EXPIRED"]);
  const invented = { ...came, given: { ...came.given, state: "somebody-made-this-up" } };
  expect(await codeOf(await finish(invented))).toEqual([401, "STEP_EXPIRED"]);
  there.state.who = somebody();
  expect((await finish(came)).status).toBe(200);
  const second = { ...came, given: { ...came.given, code: there.consent(came.url.href).code } };
  expect(await codeOf(await finish(second))).toEqual([401, "STEP_EXPIRED"]);

  const late = await comeBack(somebody());
  await db.$executeRaw`UPDATE auth.verification SET expires_at = now() - interval '1 s'`;
  expect(await codeOf(await finish(late))).toEqual([401, "STEP_EXPIRED"]);
});

test("of two answers to one state at once, one signs in", async () => {
  const came = await comeBack(somebody());
  const other = { ...came, given: { ...came.given, code: there.consent(came.url.href).code } };
  const answers = await Promise.all([finish(came), finish(other)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("another's code is refused, since the browser cannot show who asked for it", async () => {
  const [mine, theirs] = [await comeBack(somebody()), await comeBack(somebody())];
  const mixed = { ...mine, given: { ...mine.given, code: theirs.given.code } };
  expect(await codeOf(await finish(mixed))).toEqual([401, "PROVIDER_REFUSED"]);
});

test.each(["discord", "github", "google"] as const)("%s refuses a code that it never gave", async (name) => {
  const came = await comeBack(somebody(), { provider: name });
  const invented = { ...came, given: { ...came.given, code: "invented" } };
  expect(await codeOf(await finish(invented))).toEqual([401, "PROVIDER_REFUSED"]);
});

test("whoever said no there comes back without a code, and nothing happens", async () => {
  const { cookie, given } = await comeBack(somebody());
  const denied = post({ provider: given.provider, state: given.state }, { cookie });
  expect(await codeOf(await ask("/api/auth/sign-in/provider", denied))).toEqual([400, "INPUT_INVALID"]);
});

test.each([
  ["for another sign-in", { nonce: "another" }],
  ["for another client", { audience: "others.apps.googleusercontent.com" }],
  ["by another issuer", { issuer: "https://evil.test" }],
  ["with another key", { isForged: true }],
])("what Google signed %s is refused", async (_name, twist) => {
  there.state.twist = twist;
  expect(await codeOf(await enter(somebody()))).toEqual([401, "PROVIDER_REFUSED"]);
});

test("a provider that is down is said to be, and costs nobody their way back", async () => {
  const came = await comeBack(somebody(), { provider: "discord" });
  there.state.isDown = true;
  expect(await codeOf(await finish(came))).toEqual([503, "PROVIDER_DOWN"]);
  there.state.isDown = false;
  expect((await finish(came)).status).toBe(200);
});

test("a second step is asked for as after a password, and no provider takes it away", async () => {
  const { who, subject, browser } = await connect();
  const { secret } = await guard(ask, browser);
  const response = await enter(who);
  expect(response.headers.has("set-cookie")).toBe(false);
  const { ticket } = CodeAsked.strict().parse(await response.json());
  const give = (code: string) => ask("/api/auth/sign-in/code", post({ ticket, code }));
  expect(await codeOf(await give("000000"))).toEqual([401, "CODE_WRONG"]);
  expect((await give(codeIn(secret))).status).toBe(200);

  await unlink(browser);
  await finish(await comeBack(who, { browser }), tokenOf(browser));
  expect(await db.secondFactor.count({ where: { subject } })).toBe(1);
  CodeAsked.strict().parse(await (await enter(who)).json());
});

test("a provider that is disconnected between the steps lets nobody in", async () => {
  const { who, browser } = await connect();
  await finish(await comeBack(somebody(), { provider: "github", browser }), tokenOf(browser));
  const { secret } = await guard(ask, browser);
  const { ticket } = CodeAsked.parse(await (await enter(who)).json());
  await unlink(browser);
  const given = post({ ticket, code: codeIn(secret) });
  expect(await codeOf(await ask("/api/auth/sign-in/code", given))).toEqual([401, "STEP_EXPIRED"]);
});

test("a closed account is refused as after a password", async () => {
  const { who, subject, browser } = await connect();
  await ask("/trpc/account.me", { headers: tokenOf(browser) });
  await hearDeleted(ctxOf(make.system()), { issuer: "built-in", subject });
  await runJobs();
  const refusedTo = async ({ access }: Pick<Browser, "access">) =>
    (await ask("/trpc/account.me", { headers: tokenOf({ access }) })).text();
  for (const entered of [await browserOf(await enter(who)), browser])
    expect(await refusedTo(entered)).toContain("ACCOUNT_CLOSED");
});

test("wrong passwords of a stranger do not lock the owner's provider; wrong codes do as ever", async () => {
  const { who, email, browser } = await connect();
  const stranger = ctxOf(make.visitor(), { limits: limitless });
  const wrong = () => Promise.reject(new AppError("SIGN_IN_FAILED"));
  for (let guesses = 0; guesses < 10; guesses += 1)
    await expect(guess(stranger, { email, from: null }, wrong)).rejects.toThrow("SIGN_IN_FAILED");
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([429, "RATE_LIMITED"]);
  expect((await enter(who)).status).toBe(200);

  await guard(ask, browser);
  const { ticket } = CodeAsked.parse(await (await enter(who)).json());
  const give = () => ask("/api/auth/sign-in/code", post({ ticket, code: "00000-00000" }));
  const codes = [];
  for (let tries = 0; tries < 11; tries += 1) codes.push((await codeOf(await give()))[1]);
  expect(codes.at(-1)).toBe("RATE_LIMITED");
});

test("a session that somebody planted is not the one that is signed in to", async () => {
  const planted = await signIn(ask, (await join()).email);
  const came = await comeBack(somebody());
  const entered = await browserOf(await finish({ ...came, cookie: `${came.cookie}; ${planted.cookie}` }));
  expect(entered.access.sessionId).not.toBe(planted.access.sessionId);
  expect(cookieOf(entered, "refresh")).not.toBe(planted.cookie);
});

test("another site's page neither begins nor ends it", async () => {
  const came = await comeBack(somebody());
  for (const headers of [{ origin: "https://evil.test" }, { "sec-fetch-site": "cross-site" }])
    expect(await codeOf(await finish(came, headers))).toEqual([403, "FORBIDDEN"]);
  for (const path of ["sign-in/provider/begin", "providers/begin", "providers/unlink"]) {
    const given = post({ provider: "google" }, { origin: "https://evil.test" });
    expect(await codeOf(await ask(`/api/auth/${path}`, given))).toEqual([403, "FORBIDDEN"]);
  }
});

test("without its keys a provider is not there", async () => {
  const google = openWith({ google: { clientId: "one", clientSecret: "two" } });
  const begin = (provider: string) => google("/api/auth/sign-in/provider/begin", post({ provider }));
  expect(await codeOf(await begin("github"))).toEqual([404, "NOT_FOUND"]);
  const { url } = ProviderBegun.parse(await (await begin("google")).json());
  expect(url).toMatch(/^https:\/\/accounts\.google\.com\/o\/oauth2\/v2\/auth\?/);
});
