import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { stillness } from "./axe.ts";
import { firstStory } from "./library.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

const slip = (page: Page) => page.getByRole("region", { name: "A newer MueJam" });
const isThere = (page: Page) => expect(slip(page).getByRole("status")).toContainText("A newer MueJam is here.");

/** From the next page on the server says that it serves another build. */
async function deploy(page: Page, path = "/"): Promise<void> {
  const asked = page.waitForResponse("**/build.json");
  await page.route("**/build.json", (route) => route.fulfill({ json: { build: "another", worker: "on" } }));
  await page.goto(path);
  await (await asked).finished();
  // It has heard by the time it paints.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test("a newer build is told of between two pages, never over a chapter, and can wait", async ({ page, request }) => {
  const { storyPath } = await firstStory(request);
  await deploy(page);
  await page.locator(`a[href="${storyPath}"]`).first().click();
  await isThere(page);
  await stillness(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: "Begin reading" }).click();
  await expect(page.locator("[data-prose]")).toBeVisible();
  await expect(slip(page)).toHaveCount(0);

  await page.goBack();
  await isThere(page);
  await slip(page).getByRole("button", { name: "Update now" }).focus();
  await page.keyboard.press("Escape");
  await expect(slip(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("link", { name: "MueJam, home" }).click();
  await expect(page).toHaveURL("/");
  await expect(slip(page)).toHaveCount(0);
});

test("where the word about newer builds does not come, the page stays", async ({ page }) => {
  await page.route("**/assets/update-prompt-*.css", (route) => route.abort());
  const lost = page.waitForEvent("requestfailed");
  await page.goto("/status");
  await lost;
  await page.getByRole("button", { name: "Page theme" }).click();
  await expect(page.getByRole("radio", { name: "Sepia" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("This page has not come");
});

test("nobody who is writing is asked, and what was written comes along", async ({ page }) => {
  await join(page);
  await deploy(page, "/write/new");
  await page.getByLabel("Title", { exact: true }).fill("The Ferry");
  await page.getByLabel("Horror").check();
  await comeBack(page);
  await expect(slip(page)).toHaveCount(0);

  await deploy(page, "/write");
  await page.getByRole("link", { name: "New story" }).click();
  await isThere(page);
  await page.getByLabel("Title", { exact: true }).fill("The Ferry");
  await page.getByLabel("Horror").check();
  await page.getByLabel("Teen").check();
  await page.evaluate(() => Reflect.set(window, "isSamePage", true));
  await slip(page).getByRole("button", { name: "Update now" }).click();
  await page.waitForFunction(() => !Reflect.has(window, "isSamePage"));
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("The Ferry");
  await expect(page.getByLabel("Horror")).toBeChecked();
  await expect(page.getByLabel("Teen")).toBeChecked();
});

/** To another tab, and here again. */
async function comeBack(page: Page): Promise<void> {
  for (const state of ["hidden", "visible"])
    await page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
}
