import type { Page } from "@playwright/test";
import { savedWords, text } from "./desk.ts";
import { openFront } from "./front.ts";
import { firstStory } from "./library.ts";
import { join, password } from "./member.ts";
import { expect, isWhole, test } from "./page.ts";

const { BASE_URL = "http://127.0.0.1:3000" } = process.env;
const markPage = (page: Page) => page.evaluate(() => Reflect.set(window, "isSamePage", true));
const isSamePage = (page: Page) => page.evaluate(() => Reflect.has(window, "isSamePage"));
type Deployed = { keepsFormer: boolean } | null;
type Front = { deploy(how: Deployed): void };

/** A deploy; then the page asks for a part of the build that is gone, and comes again of its own accord. */
async function loseParts(page: Page, front: Front, how: Deployed = { keepsFormer: false }): Promise<void> {
  await isWhole(page);
  front.deploy(how);
  await markPage(page);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Control+k");
  await expect.poll(() => isSamePage(page).catch(() => true)).toBe(false);
}

test("a tab of the build before goes on from page to page, with the files it was made of", async ({
  page,
  request,
}) => {
  const { storyPath } = await firstStory(request);
  const front = await openFront(BASE_URL);
  await page.goto(front.address);
  await isWhole(page);
  front.deploy({ keepsFormer: true });
  await markPage(page);
  await page.locator(`a[href="${storyPath}"]`).first().click();
  await page.getByRole("link", { name: "Begin reading" }).click();
  await expect(page.locator("[data-prose]")).toBeVisible();
  expect(await isSamePage(page)).toBe(true);
  await page.goto(front.address);
  await isWhole(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await front.leave();
});

test("where those files are gone the page comes anew, with what was typed into sign-up and form", async ({ page }) => {
  test.slow();
  const { email } = await join(page);
  const front = await openFront(BASE_URL);
  const open = async (path: string) => {
    front.deploy(null);
    await page.goto(front.address + path);
  };
  const address = page.getByLabel("E-mail");
  await open("/sign-up");
  await address.fill("rosa@example.org");
  await loseParts(page, front);
  await expect(address).toHaveValue("rosa@example.org");

  await open("/sign-in?next=%2Fstatus");
  await address.fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page).toHaveURL(/\/status$/);
  const title = page.getByLabel("Title", { exact: true });
  await open("/write/new");
  await title.fill("The Ferry");
  await page.getByLabel("Fantasy").check();
  await loseParts(page, front);
  await expect(title).toHaveValue("The Ferry");
  await expect(page.getByLabel("Fantasy")).toBeChecked();

  // The words of a chapter lie in its journal: they are there when the page is, and go on to the server.
  await page.getByRole("button", { name: "Begin the story" }).click();
  await page.getByRole("button", { name: "Write the first line" }).click();
  await text(page).pressSequentially("Without its lights.");
  await loseParts(page, front, null);
  await expect(text(page)).toHaveText("Without its lights.");
  await savedWords(page, 3);

  await front.leave();
});
