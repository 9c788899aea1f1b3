import { expect, test, vi } from "vitest";
import { memory } from "../test/issuer.ts";
import type { Clerk } from "./clerk.ts";
import { openClerkSession } from "./clerk-session.ts";

/** Stands in for the vendor's script: what it is asked, and what it says of itself. */
function fakeClerk() {
  const listeners = new Set<() => void>();
  let session: Clerk["session"] = null;
  let tokens = 0;
  const places = { mountSignIn() {}, unmountSignIn() {}, mountSignUp() {}, unmountSignUp() {} };
  const clerk: Clerk = {
    ...places,
    mountUserProfile() {},
    unmountUserProfile() {},
    get session() {
      return session;
    },
    addListener(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    signOut: async () => become(null),
  };
  function become(id: string | null): void {
    const getToken = async (options?: { skipCache?: boolean }) => `${id} ${options?.skipCache ? ++tokens : tokens}`;
    session = id === null ? null : { id, getToken };
    for (const tell of listeners) tell();
  }
  return { clerk, become };
}

function openBrowser() {
  const [vendor, browser] = [fakeClerk(), memory()];
  const tabs = new Set<() => void>();
  let loads = 0;
  let isAway = false;
  const load = async () => {
    loads += 1;
    if (isAway) throw new Error("Clerk's script did not come.");
    return vendor.clerk;
  };
  const onKept = (tell: () => void) => void tabs.add(tell);
  return {
    ...vendor,
    browser,
    open: () => openClerkSession({ here: () => "https://muejam.test/here", browser, tab: memory(), onKept, load }),
    tellTabs: () => tabs.forEach((tell) => tell()),
    loads: () => loads,
    lose: (away: boolean) => {
      isAway = away;
    },
  };
}

test("a visitor reads without Clerk's script", async () => {
  const { open, loads } = openBrowser();
  const session = open();
  expect(session.read()).toEqual({ state: "visitor", sessionId: null, actingAs: null });
  expect([await session.getToken(), await session.renew()]).toEqual([null, null]);
  expect(loads()).toBe(0);
});

test("whoever signs in with Clerk is a member, here and after a reload, and has Clerk's tokens", async () => {
  const { open, become, loads } = openBrowser();
  const session = open();
  const heard: string[] = [];
  session.subscribe(() => void heard.push(session.read().state));
  await session.meetClerk?.();
  become("sess_1");
  expect(heard).toEqual(["member"]);
  expect(await session.getToken()).toBe("sess_1 0");
  expect(await session.renew("sess_1 0")).toBe("sess_1 1");
  expect(loads()).toBe(1);

  const reloaded = open();
  expect(reloaded.read()).toMatchObject({ state: "member", sessionId: "sess_1" });
  expect(await reloaded.getToken()).toBe("sess_1 1");
});

test("whoever signs in in one tab is a member in the others, which ask for the script only then", async () => {
  const { open, become, loads, tellTabs } = openBrowser();
  const [tab, other] = [open(), open()];
  tellTabs();
  expect(loads()).toBe(0);
  await tab.meetClerk?.();
  become("sess_1");
  tellTabs();
  await vi.waitFor(() => expect(other.read()).toEqual(tab.read()));
  expect(loads()).toBe(2);
});

test("a session that ended at Clerk ends here as soon as Clerk says so", async () => {
  const { open, become } = openBrowser();
  const session = open();
  await session.meetClerk?.();
  become("sess_1");
  session.actAs("3f0e2a52-0000-4000-8000-000000000000");
  become(null);
  expect(session.read()).toEqual({ state: "visitor", sessionId: null, actingAs: null });
  become("sess_2");
  expect(session.read()).toEqual({ state: "member", sessionId: "sess_2", actingAs: null });
  await session.signOut();
  expect([session.read().state, open().read().state]).toEqual(["visitor", "visitor"]);
});

test("a script that does not come takes nobody's session, and is asked for anew", async () => {
  const { open, become, browser, lose, loads } = openBrowser();
  browser.set("muejam:session", "sess_1");
  become("sess_1");
  lose(true);
  const session = open();
  await expect(session.getToken()).rejects.toThrow("did not come");
  expect(session.read().state).toBe("member");
  lose(false);
  expect(await session.getToken()).toBe("sess_1 0");
  expect(loads()).toBe(2);
});

test("the built-in doors are not knocked at", async () => {
  const session = openBrowser().open();
  for (const act of [() => session.signIn({ email: "", password: "" }), () => session.adopt(new Response())])
    await expect(act()).rejects.toThrow("Clerk signs people in.");
});
