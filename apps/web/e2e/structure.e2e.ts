import type { Page } from "@playwright/test";
import { findNothing } from "./axe.ts";
import { beginChapter, savedWords, text } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

const structure = (page: Page) => page.getByRole("group", { name: "Structure" });
const openStructure = async (page: Page) => {
  await page.getByRole("button", { name: "Structure" }).click();
  await expect(structure(page).getByRole("button", { name: "Table" })).toBeVisible();
};

test("footnotes, tables, scene breaks and another direction are made by hand or pasted, and readers see them", async ({
  page,
}) => {
  test.slow();
  await join(page);
  await beginChapter(page, "Every Tool");
  await page.getByLabel("Chapter title").fill("Salt");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("She counted.");
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.type("By heart.");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" Twice.");
  const footnotes = page.getByRole("region", { name: "Footnotes" });
  await expect(footnotes.getByRole("listitem")).toHaveText("By heart.");
  await footnotes.getByRole("button", { name: "By heart." }).click();
  await page.keyboard.type(" Always.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");

  await openStructure(page);
  await findNothing(page, "the editor");
  await structure(page).getByRole("button", { name: "Table" }).click();
  await page.keyboard.type("Lamp");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Oil");
  const table = page.getByRole("toolbar", { name: "Table" });
  await table.getByRole("button", { name: "Remove this column" }).click();
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("ArrowRight");
  await expect(table.getByRole("button", { name: "Row below" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await expect(text(page).getByRole("row")).toHaveCount(4);
  await expect(text(page).getByRole("columnheader")).toHaveText(["Lamp", ""]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(text(page).locator(".selectedCell")).toHaveCount(2);
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("End");
  await expect(table.getByRole("button", { name: "Remove the table" })).toBeFocused();
  await table.getByRole("button", { name: "Merge the selected cells" }).press("Enter");
  await expect(text(page).getByRole("cell")).toHaveCount(5);
  await table.getByRole("button", { name: "Split this cell" }).press("Enter");
  await expect(text(page).getByRole("cell")).toHaveCount(6);
  await findNothing(page, "the editor");

  await page.keyboard.press("Control+End");
  await page.keyboard.type("שלום לים");
  await openStructure(page);
  await structure(page).getByLabel("Direction").selectOption({ label: "Right to left" });
  await structure(page).getByLabel("Language").selectOption({ label: "Hebrew" });
  await page.keyboard.press("Escape");
  await text(page).press("Control+End");
  await page.keyboard.press("Enter");
  await text(page).evaluate((surface) => {
    const data = new DataTransfer();
    data.setData("text/plain", "She *never* slept.[^1]\n\n![A brass lamp](lamp.png)\n\n[^1]: Or so he said.");
    surface.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(text(page).getByText("[A brass lamp]")).toBeVisible();
  await expect(footnotes.getByRole("listitem")).toHaveText(["By heart. Always.", "Or so he said."]);
  await savedWords(page, 19);

  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish chapter" }).click();
  await page.getByRole("link", { name: "See it as readers do" }).click();
  await expect(page.getByText("She counted.1 Twice.")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Lamp" })).toBeVisible();
  await expect(page.locator("p[dir=rtl][lang=he]").first()).toHaveText("שלום לים");
  await expect(page.locator("main hr")).not.toHaveCount(0);
  await page.getByRole("link", { name: "2", exact: true }).click();
  const note = page.getByRole("listitem").filter({ hasText: "Or so he said." });
  await expect(note).toBeInViewport();
  await note.getByRole("link", { name: "Back to the text of footnote 2" }).click();
  await expect(page.getByText("She never slept.2")).toBeInViewport();
});
