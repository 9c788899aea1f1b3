import { AxeBuilder } from "@axe-core/playwright";
import { beginChapter, deafen, savedWords, text } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

test("where both changed the same words they are seen side by side, one is chosen, and the other is not gone", async ({
  page,
  context,
}) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  await join(page);
  await beginChapter(page, "Two Lights");
  await text(page).fill("The lantern went out.");
  await savedWords(page, 4);
  await deafen(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await text(other).fill("The lamp went out.");
  await savedWords(other, 4);
  await page.bringToFront();
  await text(page).fill("The candle went out.");

  const conflict = page.getByRole("region", { name: "Words that both changed" });
  await expect(conflict).toContainText(/here to “candle” and elsewhere to “lamp”/);
  await conflict.getByRole("button", { name: "Show side by side" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Both changed the same words" });
  await expect(dialog.getByRole("region", { name: "Written here" })).toContainText("candle");
  await expect(dialog.getByRole("region", { name: "Written elsewhere" })).toContainText("lamp");
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations).toEqual([]);
  await dialog.getByRole("button", { name: "Keep what was written elsewhere" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(conflict).toHaveCount(0);
  await expect(text(page)).toHaveText("The lamp went out.");
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(text(page)).toContainText("candle");
  await page.keyboard.press("Control+y");
  await expect(text(page)).toHaveText("The lamp went out.");
  await savedWords(page, 4);

  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("link", { name: /Before two versions met/ })).toBeVisible();
});
