import type { Page } from "@playwright/test";
import { openFront } from "./front.ts";
import { firstStory } from "./library.ts";
import { join, password } from "./member.ts";
import { expect, test } from "./page.ts";

const { BASE_URL = "http://127.0.0.1:3000" } = process.env;
const markPage = (page: Page) => page.evaluate(() => Reflect.set(window, "isSamePage", true));
const isSamePage = (page: Page) => page.evaluate(() => Reflect.has(window, "isSamePage"));
/** The page asks for a part of the build that is gone, and comes again of its own accord. */
async function missPart(page: Page): Promise<void> {
  await markPage(page);
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
  await page.waitForLoadState("networkidle");
  front.deploy({ keepsFormer: true });
  await markPage(page);
  await page.locator(`a[href="${storyPath}"]`).first().click();
  await page.getByRole("link", { name: "Begin reading" }).click();
  await expect(page.locator("[data-prose]")).toBeVisible();
  expect(await isSamePage(page)).toBe(true);
  await page.goto(front.address);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await front.leave();
});

test("where those files are gone the page comes anew, with what was typed into forms, sign-up and editor", async ({
  page,
}) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  const { email } = await join(page);
  const front = await openFront(BASE_URL);
  await page.goto(`${front.address}/sign-up`);
  const address = page.getByLabel("E-mail");
  await address.fill("rosa@example.org");
  await page.waitForLoadState("networkidle");
  front.deploy({ keepsFormer: false });
  await missPart(page);
  await expect(address).toHaveValue("rosa@example.org");
  await front.leave();

  const second = await openFront(BASE_URL);
  await page.goto(`${second.address}/sign-in?next=%2Fwrite%2Fnew`);
  await address.fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const title = page.getByLabel("Title", { exact: true });
  await title.fill("The Ferry");
  await page.getByLabel("Fantasy").check();
  await page.waitForLoadState("networkidle");
  second.deploy({ keepsFormer: false });
  await missPart(page);
  await expect(title).toHaveValue("The Ferry");
  await expect(page.getByLabel("Fantasy")).toBeChecked();
  await second.leave();

  const third = await openFront(BASE_URL);
  await page.goto(`${third.address}/sign-in?next=%2Fwrite%2Fnew`);
  await address.fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await title.fill("The Ferry");
  await page.getByLabel("Fantasy").check();
  await page.getByRole("button", { name: "Begin the story" }).click();
  await page.getByRole("button", { name: "Write the first line" }).click();
  const text = page.getByRole("textbox", { name: "Chapter text" });
  await text.click();
  await page.waitForLoadState("networkidle");
  third.deploy({ keepsFormer: false });
  await page.keyboard.type("The ferry came in without its lights.");
  await missPart(page);
  await expect(text).toContainText("The ferry came in without its lights.");
  await third.leave();
});
