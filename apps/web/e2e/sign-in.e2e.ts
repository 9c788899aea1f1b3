import type { Page } from "@playwright/test";
import { pressOn, typeInto, walkTo } from "./keyboard-walk.ts";
import { followMail, newAddress } from "./mail.ts";
import { expect, open, test } from "./page.ts";

const email = (page: Page) => page.getByLabel("E-mail");
const password = (page: Page, name = "Password") => page.getByLabel(name, { exact: true });
const menu = (page: Page) => page.getByRole("button", { name: /your menu$/ });
const toSignIn = (page: Page) => page.getByRole("link", { name: "Sign in", exact: true });
const words = "a lantern in the rain";

async function signUp(page: Page, address: string): Promise<void> {
  await page.goto("/sign-up");
  await typeInto(email(page), address);
  await typeInto(password(page), words);
  await pressOn(page.getByRole("button", { name: "Make the account" }));
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeFocused();
}

async function signIn(page: Page, address: string, given: string): Promise<void> {
  await typeInto(email(page), address);
  await typeInto(password(page), given);
  await pressOn(page.getByRole("button", { name: "Sign in", exact: true }));
}

async function addFace(page: Page, displayName: string): Promise<void> {
  const access: { accessToken: string } = await (await page.request.post("/api/auth/refresh")).json();
  const made = await page.request.post("/trpc/profile.create", {
    headers: { authorization: `Bearer ${access.accessToken}` },
    data: { handle: `nuala_${Date.now() % 1e9}`, displayName },
  });
  expect(made.ok()).toBe(true);
}

test("somebody joins, comes back to where they were, stays through a reload, and leaves in all tabs", async ({
  page,
  context,
}) => {
  const address = newAddress();
  await signUp(page, address);
  await expect(page.getByText(address)).toBeVisible();
  await followMail(page, address, "Confirm your address");
  await typeInto(password(page), words);
  await pressOn(page.getByRole("button", { name: "Confirm this address" }));
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await pressOn(toSignIn(page));
  await expect(page).toHaveURL(/\/sign-in$/);

  await open(page, "/status?component=jobs");
  await pressOn(toSignIn(page));
  await signIn(page, address, "not what was chosen");
  await expect(password(page)).toHaveAccessibleDescription(/do not go together/);
  await expect(password(page)).toBeFocused();
  await expect(email(page)).toHaveValue(address);
  await expect(password(page)).toHaveValue("not what was chosen");
  await signIn(page, address, words);
  await expect(page.getByRole("heading", { name: "What shall readers call you?" })).toBeVisible();
  await pressOn(page.getByRole("link", { name: "Not now" }));
  await expect(page).toHaveURL(/\/status\?component=jobs$/);
  await expect(menu(page)).toBeVisible();
  await pressOn(page.getByRole("link", { name: "Home", exact: true }));
  await expect(page.getByRole("region", { name: "Continue reading" })).toBeVisible();

  await page.reload();
  await expect(menu(page)).toBeVisible();
  await page.goto("/sign-in?next=%2F%5Cevil.example");
  await expect(page).toHaveURL("/");

  const other = await context.newPage();
  await open(other, "/status");
  await expect(menu(other)).toBeVisible();
  await addFace(page, "Nuala Dace");
  await page.reload();
  await pressOn(menu(page));
  await pressOn(page.getByRole("button", { name: "Nuala Dace @" }));
  await expect(menu(page)).toHaveAccessibleName("Nuala Dace, your menu");
  await expect(menu(page)).toBeFocused();
  await other.reload();
  await expect(menu(other)).toHaveAccessibleName("Nuala Dace, your menu");

  await pressOn(menu(page));
  await pressOn(page.getByRole("button", { name: "Sign out" }));
  await expect(toSignIn(page)).toBeVisible();
  await expect(toSignIn(other)).toBeVisible();
  await page.reload();
  await expect(toSignIn(page)).toBeVisible();
});

test("a lost password is replaced by mail, once", async ({ page }) => {
  const address = newAddress();
  await signUp(page, address);
  await page.goto("/sign-in");
  await pressOn(page.getByRole("link", { name: "Forgotten?" }));
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await typeInto(email(page), address);
  await pressOn(page.getByRole("button", { name: "Send the link" }));
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeFocused();

  await followMail(page, address, "Choose a new password");
  const link = page.url();
  await typeInto(password(page, "New password"), "password123");
  await pressOn(page.getByRole("button", { name: "Set the new password" }));
  await expect(password(page, "New password")).toHaveAccessibleDescription(/Too many people have this password/);
  await typeInto(password(page, "New password"), "a heron under the bridge");
  await pressOn(page.getByRole("button", { name: "Set the new password" }));
  await expect(page.getByRole("heading", { name: "Your new password is set" })).toBeFocused();
  await pressOn(toSignIn(page));
  await signIn(page, address, "a heron under the bridge");
  await expect(menu(page)).toBeVisible();

  await page.goto(link);
  await typeInto(password(page, "New password"), "a heron upon the bridge");
  await pressOn(page.getByRole("button", { name: "Set the new password" }));
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await pressOn(page.getByRole("link", { name: "Send a new link" }));
  await expect(email(page)).toBeVisible();
});

test("a field says what to do when it is left, and whatever was typed stays", async ({ page, context }) => {
  await page.goto("/sign-up");
  await walkTo(email(page));
  await page.keyboard.press("Tab");
  await expect(email(page)).toHaveAttribute("aria-invalid", "false");

  await typeInto(email(page), "rosa.okell");
  await expect(email(page)).toHaveAttribute("aria-invalid", "false");
  await typeInto(password(page), "short");
  await expect(email(page)).toHaveAccessibleDescription("Give a whole address: name@example.org.");
  await pressOn(page.getByRole("button", { name: "Show the password" }));
  await expect(password(page)).toHaveAttribute("type", "text");
  await expect(password(page)).toHaveAccessibleDescription("Take 10 characters or more.");

  await typeInto(email(page), "rosa.okell@example.org");
  await typeInto(password(page), words);
  await context.setOffline(true);
  await pressOn(page.getByRole("button", { name: "Make the account" }));
  await expect(page.getByRole("alert")).toHaveText(/There is no network, so this was not sent/);
  await expect(email(page)).toHaveValue("rosa.okell@example.org");
  await expect(password(page)).toHaveValue(words);
});
