import { AxeBuilder } from "@axe-core/playwright";
import { stillness } from "./axe.ts";
import { beginChapter, savedWords, text } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

test("what was kept is compared with what came after, and brought back by keyboard", async ({ page }) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  await join(page);
  await beginChapter(page, "What the Tide Owes");
  await text(page).fill("The lantern went out.");
  await savedWords(page, 4);

  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { name: "No save points yet" })).toBeVisible();
  await page.getByLabel("Keep what stands there now").fill("Before the cut");
  await page.keyboard.press("Enter");
  const point = page.getByRole("link", { name: /Before the cut/ });
  await expect(point).toContainText("4 words");

  await page.getByRole("link", { name: "Back to the chapter" }).click();
  await text(page).fill("The lamp went out.");
  await savedWords(page, 4);
  await page.getByRole("link", { name: "History" }).click();
  await point.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("deletion")).toHaveText("lantern");
  await expect(page.getByRole("insertion")).toHaveText("lamp");
  await stillness(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Bring this one back" }).press("Enter");
  await page.getByRole("button", { name: "Bring it back" }).press("Enter");
  await page.getByRole("link", { name: "Go on writing" }).press("Enter");
  await expect(text(page)).toHaveText("The lantern went out.");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("link", { name: /Brought back/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Before an older one came back/ })).toBeVisible();
});
