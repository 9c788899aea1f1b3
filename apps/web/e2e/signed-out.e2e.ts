import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { stillness } from "./axe.ts";
import { beginChapter, savedWords, text, truth } from "./desk.ts";
import { join, password } from "./member.ts";
import { expect, test } from "./page.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Sign in again" });

async function signInOver(page: Page, email: string): Promise<void> {
  await dialog(page).getByLabel("E-mail").fill(email);
  await dialog(page).getByLabel("Password", { exact: true }).fill(password);
  await dialog(page).getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
}

test("a session ends while somebody writes: they sign in over the page, and nobody else gets the words", async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  const elsewhere = await browser.newContext();
  const { email: another } = await join(await elsewhere.newPage());
  await elsewhere.close();
  const { email } = await join(page);
  await beginChapter(page, "Cut Off");
  await text(page).click();
  await page.keyboard.type("The session is open.");
  await savedWords(page, 4);

  const other = await context.newPage();
  await other.goto("/status");
  await other.getByRole("button", { name: /your menu$/ }).click();
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(/^You are signed out\./)).toBeVisible();
  await page.keyboard.type(" Then it ended.");
  await expect(truth(page)).toHaveText(/^7 words here4 on the server/);

  const asked: string[] = [];
  page.on("request", (request) => void (request.url().includes("draft.save") && asked.push(request.url())));
  await page.getByRole("button", { name: "Sign in again" }).click();
  await expect(dialog(page).getByLabel("E-mail")).toBeFocused();
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations).toEqual([]);
  await signInOver(page, another);
  await expect(page.getByText(/^Somebody else is signed in here\./)).toBeVisible();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(" Somebody came.");
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(truth(page)).toHaveText(/^9 words here4 on the server/);
  expect(asked).toEqual([]);

  await page.getByRole("button", { name: /^Sign in as / }).click();
  await signInOver(page, email);
  await savedWords(page, 9);
  await expect(page.getByText(/^Somebody else is signed in here\./)).toHaveCount(0);
  await expect(text(page)).toHaveText("The session is open. Then it ended. Somebody came.");
});
