import type { Page } from "@playwright/test";
import { expect, test } from "./page.ts";

// Our side of Clerk alone: a script of our own stands where Clerk's would, and Clerk itself is never asked. Its
// sessions are the built-in issuer's, so that the server takes their tokens.
const host = "clerk.muejam.test";
const publishableKey = `pk_test_${Buffer.from(`${host}$`).toString("base64")}`;
const account = { email: "reader@muejam.test", password: "lantern-paper-harbor" };

const stub = `{
  const kept = () => JSON.parse(sessionStorage.getItem("stub") ?? "null");
  const listeners = new Set();
  const sessionOf = (held) =>
    held && { id: held.sessionId, status: "active", user: { id: "user_1" }, getToken: async () => held.accessToken };
  const state = () => ({ client: {}, session: clerk.session, user: clerk.session?.user ?? null, organization: null });
  const form = (place, name, next) => {
    const button = document.createElement("button");
    button.textContent = name;
    button.addEventListener("click", async () => {
      const body = ${JSON.stringify(JSON.stringify(account))};
      const headers = { "content-type": "application/json" };
      const held = await (await fetch("/api/auth/sign-in", { method: "POST", headers, body })).json();
      sessionStorage.setItem("stub", JSON.stringify(held));
      clerk.session = sessionOf(held);
      for (const tell of listeners) tell(state());
    });
    place.append(button);
  };
  const clerk = {
    loaded: false, status: "loading", version: "0", session: null, client: {}, user: null, organization: null,
    async load() { Object.assign(clerk, { loaded: true, status: "ready", session: sessionOf(kept()) }); },
    on(kind, tell) { if (kind === "status") tell(clerk.status); },
    off() {},
    addListener(tell) { listeners.add(tell); tell(state()); return () => listeners.delete(tell); },
    mountSignIn: (place) => form(place, "Go in by Clerk"),
    mountSignUp: (place) => form(place, "Join by Clerk"),
    mountUserProfile: (place) => form(place, "Clerk keeps your devices"),
    unmountSignIn: (place) => place.replaceChildren(),
    unmountSignUp: (place) => place.replaceChildren(),
    unmountUserProfile: (place) => place.replaceChildren(),
    __unstable__updateProps() {},
    async signOut() {
      sessionStorage.removeItem("stub");
      clerk.session = null;
      for (const tell of listeners) tell(state());
    },
  };
  window.Clerk = clerk;
}`;

/** The same server as if Clerk signed people in: its pages say so, and let Clerk's script in as the server would. */
async function withClerk(page: Page): Promise<{ answer(): void }> {
  let isAway = true;
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"] ?? "";
    const headers = {
      ...response.headers(),
      "content-security-policy": policy.replace("script-src 'self'", `script-src 'self' https://${host}`),
    };
    const mark = `<meta name="clerk-publishable-key" content="${publishableKey}"></head>`;
    return route.fulfill({ response, headers, body: (await response.text()).replace("</head>", mark) });
  });
  await page.route(`https://${host}/**`, (route) =>
    // A script that neither comes nor fails is what a blocker or a poor line makes of it.
    isAway
      ? undefined
      : route.fulfill({ contentType: "text/javascript", body: stub, headers: { "access-control-allow-origin": "*" } }),
  );
  return {
    answer() {
      isAway = false;
    },
  };
}

test("where Clerk signs people in, a script that does not come is told of in time, and one that does lets in", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const clerk = await withClerk(page);
  await page.goto("/sign-in?next=%2Fsettings%2Fsessions");
  await expect(page.getByText("The form is on its way.")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("did not answer", { timeout: 13_000 });
  clerk.answer();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Go in by Clerk" }).click();

  await expect(page).toHaveURL("/settings/sessions");
  await expect(page.getByRole("button", { name: "Clerk keeps your devices" })).toBeVisible();
  const menu = page.getByRole("button", { name: /your menu$/ });
  await page.reload();
  await menu.click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(menu).toHaveCount(0);
});
