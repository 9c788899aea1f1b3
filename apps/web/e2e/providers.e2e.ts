import type { Page } from "@playwright/test";
import { startProvider } from "../../server/src/test/provider.ts";
import { codeOf } from "./authenticator.ts";
import { findNothing } from "./axe.ts";
import { pressOn, typeInto } from "./keyboard-walk.ts";
import { comeLate } from "./late.ts";
import { newAddress } from "./mail.ts";
import { join, password } from "./member.ts";
import { expect, open, test } from "./page.ts";

// A service sends people back to where the server says it is, which is the name of this machine and not its number.
test.use({ baseURL: async ({ baseURL }, give) => give(baseURL?.replace("127.0.0.1", "localhost")) });
test.describe.configure({ timeout: 90_000 });

const { PROVIDERS_ORIGIN = "" } = process.env;
let there: Awaited<ReturnType<typeof startProvider>>;
test.beforeAll(async () => {
  if (PROVIDERS_ORIGIN === "") throw new Error("PROVIDERS_ORIGIN must say where the server looks for other services.");
  there = await startProvider(Number(new URL(PROVIDERS_ORIGIN).port));
});
test.afterAll(() => there.close());

const press = (page: Page, name: string) => pressOn(page.getByRole("button", { name, exact: true }));
const follow = (page: Page, name: string) => pressOn(page.getByRole("link", { name, exact: true }));
const menu = (page: Page) => page.getByRole("button", { name: /your menu$/ });
const come = (email: string) => {
  there.state.who = { subject: String(Date.now()), email, isEmailVerified: true };
};

test("somebody says no, then joins by another service and goes on to where they were", async ({ page }) => {
  come(newAddress());
  await open(page, "/sign-up?next=%2Fstatus");
  await press(page, "Continue with Google");
  await follow(page, "Cancel");
  await expect(page.getByRole("heading", { name: "That did not sign you in" })).toBeFocused();
  await findNothing(page, "came back without a code");
  await follow(page, "Back to all ways to sign in");
  await press(page, "Continue with Google");
  await follow(page, "Go on");
  await expect(page.getByRole("heading", { name: "What shall readers call you?" })).toBeVisible();
  await follow(page, "Not now");
  await expect(page).toHaveURL(/\/status$/);
  await expect(menu(page)).toBeVisible();

  // Without a password, the same service shows that it is them.
  await open(page, "/settings/security");
  await expect(page.getByText("You have none: you sign in with a passkey or another service.")).toBeVisible();
  await expect(page.getByLabel("Current password", { exact: true })).toHaveCount(0);
  await comeLate(page, "/api/auth/providers/begin");
  await press(page, "Connect GitHub");
  await expect(page.getByRole("dialog", { name: "Show that it is you" })).toBeVisible();
  await press(page, "Go to Google");
  await follow(page, "Go on");
  await typeInto(page.getByLabel("New password", { exact: true }), password);
  await press(page, "Choose this password");
  await expect(page.getByLabel("Current password", { exact: true })).toHaveCount(2);
  await press(page, "Connect GitHub");
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
});

test("a service is connected, asks for the second step all the same, and is disconnected", async ({ page }) => {
  const { email } = await join(page);
  come(email);
  await open(page, "/settings/security");
  const part = page.getByRole("region", { name: "Other services" });
  await press(page, "Connect GitHub");
  await follow(page, "Go on");
  await expect(part.getByRole("listitem").filter({ hasText: "GitHub" })).toContainText(/^GitHubConnected/);
  await expect(page.getByRole("region", { name: "What happened lately" })).toContainText(/another service was allowed/);

  await press(page, "Set it up");
  const guard = page.getByRole("region", { name: "Second step" });
  const secret = await guard.getByRole("code").innerText();
  await typeInto(page.getByLabel("Code from the app", { exact: true }), codeOf(secret));
  await press(page, "Switch it on");
  await press(page, "I have kept them");
  await open(page, "/status");
  await pressOn(menu(page));
  await press(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();

  await page.goto("/sign-in?next=%2Fsettings%2Fsecurity");
  await press(page, "Continue with GitHub");
  await follow(page, "Go on");
  await expect(page.getByRole("heading", { name: "One more step" })).toBeFocused();
  await typeInto(page.getByLabel("Code from the app", { exact: true }), codeOf(secret, 1));
  await press(page, "Sign in");
  await press(page, "Disconnect GitHub");
  await press(page, "Disconnect it");
  await expect(part.getByRole("status")).toHaveText(/is disconnected/);
  await expect(page.getByRole("button", { name: "Connect GitHub", exact: true })).toBeVisible();
});
