import type { Page } from "@playwright/test";
import { codeOf } from "./authenticator.ts";
import { findNothing } from "./axe.ts";
import { pressOn, typeInto } from "./keyboard-walk.ts";
import { followMail, newAddress } from "./mail.ts";
import { join, password, signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";

test.describe.configure({ timeout: 90_000 });

const region = (page: Page, name: string) => page.getByRole("region", { name });
const press = (page: Page, name: string) => pressOn(page.getByRole("button", { name, exact: true }));
const menu = (page: Page) => page.getByRole("button", { name: /your menu$/ });
const code = (page: Page) => page.getByLabel("Code from the app", { exact: true });

async function signOut(page: Page): Promise<void> {
  await open(page, "/status");
  await pressOn(menu(page));
  await press(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
}

async function firstStep(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?next=%2Fstatus");
  await typeInto(page.getByLabel("E-mail"), email);
  await typeInto(page.getByLabel("Password", { exact: true }), password);
  await press(page, "Sign in");
  await expect(page.getByRole("heading", { name: "One more step" })).toBeFocused();
}

test("a password is changed, and other devices are signed out", async ({ page, browser, extraHTTPHeaders }) => {
  const { email } = await join(page);
  const elsewhere = await (await browser.newContext({ extraHTTPHeaders: extraHTTPHeaders ?? {} })).newPage();
  await signIn(elsewhere, email, password);

  await open(page, "/settings/sessions");
  await pressOn(page.getByRole("link", { name: "Password, address and second step" }));
  const part = region(page, "Password");
  await typeInto(part.getByLabel("Current password", { exact: true }), "not what it was");
  await typeInto(part.getByLabel("New password", { exact: true }), "a heron under the bridge");
  await press(page, "Change the password");
  await expect(part.getByLabel("Current password", { exact: true })).toHaveAccessibleDescription(/not your password/);
  await typeInto(part.getByLabel("Current password", { exact: true }), password);
  await press(page, "Change the password");
  await expect(part.getByRole("status")).toHaveText(/Your password is changed/);
  await expect(part.getByLabel("New password", { exact: true })).toHaveValue("");

  await expect(region(page, "What happened lately")).toContainText("The password was changed.");
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signOut(page);
  await signIn(page, email, "a heron under the bridge");
});

test("an address is changed by its own mailbox, and brought back by the former one", async ({ page }) => {
  const { email } = await join(page);
  const next = newAddress();
  await open(page, "/settings/security");
  const part = region(page, "Address");
  await typeInto(part.getByLabel("New e-mail address"), next);
  await typeInto(part.getByLabel("Current password", { exact: true }), password);
  await press(page, "Send the link");
  await expect(part.getByRole("status")).toContainText(next);

  await followMail(page, next, "Confirm your new address");
  await typeInto(page.getByLabel("Password", { exact: true }), password);
  await press(page, "Use this address");
  await expect(page.getByRole("heading", { name: "This is your address now" })).toBeVisible();
  await signOut(page);
  await signIn(page, next, password);

  await followMail(page, email, "The address of your MueJam account was changed");
  await press(page, "Bring it back");
  await pressOn(page.getByRole("link", { name: "Choose a new password" }));
  await typeInto(page.getByLabel("New password", { exact: true }), "a heron under the bridge");
  await press(page, "Set the new password");
  await pressOn(page.getByRole("link", { name: "Sign in", exact: true }));
  await typeInto(page.getByLabel("E-mail"), email);
  await typeInto(page.getByLabel("Password", { exact: true }), "a heron under the bridge");
  await press(page, "Sign in");
  await expect(menu(page)).toBeVisible();
});

test("a second step is set up, asked for at the door, and taken away with a backup code", async ({ page }) => {
  const { email } = await join(page);
  await open(page, "/settings/security");
  await press(page, "Set it up");
  const part = region(page, "Second step");
  await expect(part.getByRole("img", { name: "A picture for the app to read" })).toBeVisible();
  await findNothing(page, "setting up a second step", "main");
  const secret = await part.getByRole("code").innerText();
  const used = codeOf(secret);
  await typeInto(code(page), used);
  await press(page, "Switch it on");
  await expect(page.getByRole("heading", { name: "Your backup codes" })).toBeFocused();
  const [first = "", second = ""] = await part.getByRole("listitem").allInnerTexts();
  await press(page, "I have kept them");
  await expect(part.getByRole("status")).toContainText("10 backup codes are left");

  await signOut(page);
  await firstStep(page, email);
  await findNothing(page, "one more step", "main");
  await typeInto(code(page), used);
  await press(page, "Sign in");
  await expect(code(page)).toHaveAccessibleDescription(/used before/);
  await typeInto(code(page), codeOf(secret, 1).replace(/^.../, "$& "));
  await press(page, "Sign in");
  await expect(menu(page)).toBeVisible();

  await signOut(page);
  await firstStep(page, email);
  await press(page, "Use a backup code");
  await typeInto(page.getByLabel("Backup code", { exact: true }), first.toUpperCase());
  await press(page, "Sign in");
  await expect(menu(page)).toBeVisible();
  await open(page, "/settings/security");
  await expect(part.getByRole("status")).toContainText("9 backup codes are left");
  await press(page, "Switch it off");
  await typeInto(page.getByLabel("Code from the app, or a backup code"), second);
  await press(page, "Switch it off");
  await expect(part.getByRole("status")).toHaveText("The second step is switched off.");
  await signOut(page);
  await signIn(page, email, password);
});
