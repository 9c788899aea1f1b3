import { AxeBuilder } from "@axe-core/playwright";
import { stillness } from "./axe.ts";
import { beginChapter, savedWords, text } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

test("chapters are put in order and thrown away by keyboard, and what was thrown away comes back", async ({ page }) => {
  await join(page);
  await beginChapter(page, "The Order");
  for (const title of ["One", "Two"]) {
    await page.getByLabel("Chapter title").fill(title);
    await text(page).focus();
    await page.keyboard.type("Two words.");
    // The second is left before the server has it: the desk follows when it does.
    if (title === "One") await savedWords(page, 2);
    await page.getByRole("link", { name: "Back to the desk" }).click();
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    if (title === "One") await page.getByRole("button", { name: "Add a chapter" }).click();
  }
  await page.getByRole("button", { name: "Arrange" }).press("Enter");
  const rows = page.getByRole("main").getByRole("list").first().getByRole("listitem");
  await expect(rows).toContainText(["One", "Two"]);
  const up = page.getByRole("button", { name: "Move “Two” up" });
  await up.press("Enter");
  await expect(rows).toContainText(["Two", "One"]);
  await expect(up).toBeFocused();
  await expect(page.getByText("“Two” is now 1 of 2.")).toBeAttached();
  const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  await stillness(page);
  expect((await new AxeBuilder({ page }).withTags(wcag).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Throw “One” away" }).press("Enter");
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Take back “One”" }).press("Enter");
  await expect(rows).toContainText(["Two", "One"]);
  await expect(page.getByText("Nothing has been thrown away.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("rowheader")).toContainText(["Two", "One"]);
});
