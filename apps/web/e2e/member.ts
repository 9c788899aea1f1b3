import type { Page } from "@playwright/test";
import { followMail, newAddress } from "./mail.ts";
import { expect } from "./page.ts";

export const password = "a lantern in the rain";

/** Somebody who has only just joined, signed in on this page. */
export async function join(page: Page): Promise<{ profileId: string; email: string }> {
  const email = newAddress();
  const asked = await page.request.post("/api/auth/sign-up", { data: { email, password } });
  expect(asked.ok()).toBe(true);
  await followMail(page, email, "Confirm your address");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();

  await page.goto("/sign-in?next=%2Fstatus");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  const answered = page.waitForResponse("**/api/auth/sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const signedIn = await answered;
  expect(signedIn.status()).toBe(200);
  const { accessToken }: { accessToken: string } = await signedIn.json();
  const me = await page.request.get("/trpc/account.me", { headers: { authorization: `Bearer ${accessToken}` } });
  const { result }: { result: { data: { actingAs: string } } } = await me.json();
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page).toHaveURL(/\/status$/);
  return { profileId: result.data.actingAs, email };
}

export async function signIn(page: Page, email: string, given: string): Promise<void> {
  await page.goto("/sign-in?next=%2Fstatus");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(given);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: /your menu$/ })).toBeVisible();
}
