import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memory, openBrowser, startIssuer } from "../test/issuer.ts";

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let browser: ReturnType<typeof openBrowser>;

beforeEach(async () => {
  issuer = await startIssuer();
  browser = openBrowser(issuer.origin);
});
afterEach(async () => {
  browser.close();
  await issuer.close();
});

const paths = () => issuer.calls.map(({ path }) => path);

test("a visitor has no token, and never asks for one", async () => {
  const tab = browser.openTab();
  expect(tab.read()).toEqual({ state: "visitor", sessionId: null, actingAs: null });
  expect(await tab.getToken()).toBeNull();
  expect(paths()).toEqual([]);
});

test("whoever signs in is a member here, in the other tabs and after a reload", async () => {
  const tab = browser.openTab();
  const other = browser.openTab();
  await tab.signIn(issuer.person);
  expect(tab.read().state).toBe("member");
  expect(await tab.getToken()).toBe("token-1");
  await vi.waitFor(() => expect(other.read()).toEqual(tab.read()));
  expect(await other.getToken()).toBe("token-1");

  const reloaded = browser.openTab();
  expect(reloaded.read()).toEqual(tab.read());
  expect(await reloaded.getToken()).toBe("token-2");
  expect(paths()).toEqual(["/api/auth/sign-in", "/api/auth/refresh"]);
});

test("whom a second factor guards is a member after the code, and not before", async () => {
  const guarded = await startIssuer({ isGuarded: true });
  const tab = openBrowser(guarded.origin).openTab();
  const { ticket = "" } = (await tab.signIn(guarded.person)) ?? {};
  expect([ticket, tab.read().state]).toEqual(["ticket-1", "visitor"]);
  await tab.finishSignIn({ ticket, code: "123456" });
  expect([tab.read().state, await tab.getToken()]).toEqual(["member", "token-1"]);
  await guarded.close();
});

test("no token is ever kept by the browser", async () => {
  const kept = new Set<string | null>();
  const set = browser.browser.set;
  vi.spyOn(browser.browser, "set").mockImplementation((key, value) => {
    kept.add(value);
    set(key, value);
  });
  const tab = browser.openTab();
  await tab.signIn(issuer.person);
  expect([...kept]).toEqual([tab.read().sessionId]);
});

test("calls and tabs that need a token at once ask for one at a time", async () => {
  await browser.openTab().signIn(issuer.person);
  const gate = Promise.withResolvers<void>();
  issuer.holdUntil(gate.promise);
  const [tab, other] = [browser.openTab(), browser.openTab()];
  const tokens = [tab.getToken(), tab.getToken(), other.getToken(), other.getToken()];
  await vi.waitFor(() => expect(paths()).toContain("/api/auth/refresh"));
  gate.resolve();
  const got = await Promise.all(tokens);
  expect(got[0]).toBe(got[1]);
  expect(got).not.toContain(null);
  expect(issuer.mostAtOnce()).toBe(1);
});

test("a token is replaced before it ends, by the server's clock", async () => {
  const brief = await startIssuer({ lifeMs: 29_000 });
  const tab = openBrowser(brief.origin).openTab();
  await tab.signIn(brief.person);
  expect(await tab.getToken()).toBe("token-2");
  await brief.close();
});

test("a wrong clock on the device replaces nothing too early", async () => {
  const tab = browser.openTab();
  const real = Date.now;
  const clock = vi.spyOn(Date, "now").mockImplementation(() => real() + 3_600_000);
  await tab.signIn(issuer.person);
  expect(await tab.getToken()).toBe("token-1");
  clock.mockRestore();
});

test("a refused token is replaced, another one that came meanwhile is not", async () => {
  const tab = browser.openTab();
  await tab.signIn(issuer.person);
  expect(await tab.renew("token-1")).toBe("token-2");
  expect(await tab.renew("token-1")).toBe("token-2");
  expect(issuer.issued).toHaveLength(2);
});

test.each(["silent", "busy"] as const)("a server that is %s ends no session", async (trouble) => {
  await browser.openTab().signIn(issuer.person);
  const tab = browser.openTab();
  issuer.trouble(trouble);
  await expect(tab.getToken()).rejects.toThrow();
  expect(tab.read().state).toBe("member");
  issuer.trouble(null);
  expect(await tab.getToken()).toBe("token-2");
});

test("a session that is over ends in every tab, and is not asked for again", async () => {
  const tab = browser.openTab();
  const other = browser.openTab();
  await tab.signIn(issuer.person);
  await vi.waitFor(() => expect(other.read().state).toBe("member"));
  issuer.endSession();
  expect(await tab.renew()).toBeNull();
  expect(tab.read().state).toBe("visitor");
  await vi.waitFor(() => expect(other.read().state).toBe("visitor"));
  expect(browser.openTab().read().state).toBe("visitor");
  expect(await tab.getToken()).toBeNull();
  expect(paths()).toEqual(["/api/auth/sign-in", "/api/auth/refresh"]);
});

test("signing out ends it everywhere; when the server does not hear of it, nobody is told that it has", async () => {
  const tab = browser.openTab();
  const other = browser.openTab();
  await tab.signIn(issuer.person);
  issuer.trouble("silent");
  await expect(tab.signOut()).rejects.toThrow();
  expect(tab.read().state).toBe("member");

  issuer.trouble(null);
  await tab.signOut();
  expect(tab.read().state).toBe("visitor");
  await vi.waitFor(() => expect(other.read().state).toBe("visitor"));
  expect(await other.getToken()).toBeNull();
});

test("each tab acts as its own profile, a new one as the last, and another session as none", async () => {
  const tab = browser.openTab();
  await tab.signIn(issuer.person);
  const ownTab = memory();
  const other = browser.openTab({ tab: ownTab });
  const told = vi.fn<() => void>();
  tab.subscribe(told);

  other.actAs("dace");
  tab.actAs("okell");
  tab.actAs("okell");
  expect(told).toHaveBeenCalledOnce();
  expect([tab.read().actingAs, other.read().actingAs]).toEqual(["okell", "dace"]);
  expect(browser.openTab({ tab: ownTab }).read().actingAs).toBe("dace");
  expect(browser.openTab().read().actingAs).toBe("okell");

  await tab.signOut();
  await tab.signIn(issuer.person);
  expect(tab.read().actingAs).toBeNull();
  expect(browser.openTab({ tab: ownTab }).read().actingAs).toBeNull();
});
