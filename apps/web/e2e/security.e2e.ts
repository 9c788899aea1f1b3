import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { codeOf } from "./authenticator.ts";
import { stillness } from "./axe.ts";
import { followMail, newAddress } from "./mail.ts";
import { join, password, signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
test.describe.configure({ timeout: 60_000 });

const region = (page: Page, name: string) => page.getByRole("region", { name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const menu = (page: Page) => page.getByRole("button", { name: /your menu$/ });
const code = (page: Page) => page.getByLabel("Code from the app", { exact: true });

async function signOut(page: Page): Promise<void> {
  await open(page, "/status");
  await menu(page).click();
  await press(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
}

async function firstStep(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?next=%2Fstatus");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await press(page, "Sign in");
  await expect(page.getByRole("heading", { name: "One more step" })).toBeFocused();
}

test("a password is changed, and other devices are signed out", async ({ page, browser, extraHTTPHeaders }) => {
  const { email } = await join(page);
  const elsewhere = await (await browser.newContext({ extraHTTPHeaders: extraHTTPHeaders ?? {} })).newPage();
  await signIn(elsewhere, email, password);

  await open(page, "/settings/sessions");
  await page.getByRole("link", { name: "Password, address and second step" }).click();
  const part = region(page, "Password");
  await part.getByLabel("Current password", { exact: true }).fill("not what it was");
  await part.getByLabel("New password", { exact: true }).fill("a heron under the bridge");
  await press(page, "Change the password");
  await expect(part.getByLabel("Current password", { exact: true })).toHaveAccessibleDescription(/not your password/);
  await part.getByLabel("Current password", { exact: true }).fill(password);
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
  await part.getByLabel("New e-mail address").fill(next);
  await part.getByLabel("Current password", { exact: true }).fill(password);
  await press(page, "Send the link");
  await expect(part.getByRole("status")).toContainText(next);

  await followMail(page, next, "Confirm your new address");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await press(page, "Use this address");
  await expect(page.getByRole("heading", { name: "This is your address now" })).toBeVisible();
  await signOut(page);
  await signIn(page, next, password);

  await followMail(page, email, "The address of your MueJam account was changed");
  await press(page, "Bring it back");
  await page.getByRole("link", { name: "Choose a new password" }).click();
  await page.getByLabel("New password", { exact: true }).fill("a heron under the bridge");
  await press(page, "Set the new password");
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("a heron under the bridge");
  await press(page, "Sign in");
  await expect(menu(page)).toBeVisible();
});

test("a second step is set up, asked for at the door, and taken away with a backup code", async ({ page }) => {
  const { email } = await join(page);
  await open(page, "/settings/security");
  await press(page, "Set it up");
  const part = region(page, "Second step");
  await part.getByLabel("Current password", { exact: true }).fill(password);
  await press(page, "Go on");
  await expect(part.getByRole("img", { name: "A picture for the app to read" })).toBeVisible();
  await stillness(page);
  expect((await new AxeBuilder({ page }).include("main").withTags(rules).analyze()).violations).toEqual([]);
  const secret = await part.getByRole("code").innerText();
  const used = codeOf(secret);
  await code(page).fill(used);
  await press(page, "Switch it on");
  await expect(page.getByRole("heading", { name: "Your backup codes" })).toBeFocused();
  const [first = "", second = ""] = await part.getByRole("listitem").allInnerTexts();
  await press(page, "I have kept them");
  await expect(part.getByRole("status")).toContainText("10 backup codes are left");

  await signOut(page);
  await firstStep(page, email);
  await stillness(page);
  expect((await new AxeBuilder({ page }).include("main").withTags(rules).analyze()).violations).toEqual([]);
  await code(page).fill(used);
  await press(page, "Sign in");
  await expect(code(page)).toHaveAccessibleDescription(/used before/);
  await code(page).fill(codeOf(secret, 1).replace(/^.../, "$& "));
  await press(page, "Sign in");
  await expect(menu(page)).toBeVisible();

  await signOut(page);
  await firstStep(page, email);
  await press(page, "Use a backup code");
  await page.getByLabel("Backup code", { exact: true }).fill(first.toUpperCase());
  await press(page, "Sign in");
  await expect(menu(page)).toBeVisible();
  await open(page, "/settings/security");
  await expect(part.getByRole("status")).toContainText("9 backup codes are left");
  await press(page, "Switch it off");
  await page.getByLabel("Code from the app, or a backup code").fill(second);
  await press(page, "Switch it off");
  await expect(part.getByRole("status")).toHaveText("The second step is switched off.");
  await signOut(page);
  await signIn(page, email, password);
});
