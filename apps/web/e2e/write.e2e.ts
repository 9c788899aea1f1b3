import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { stillness } from "./axe.ts";
import { beginChapter, deafen, savedWords, text, truth } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

async function hasNoFaults(page: Page): Promise<void> {
  await stillness(page);
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  expect((await axe.exclude(".face-button").analyze()).violations).toEqual([]);
}

test("whoever is not signed in is asked to, and comes back", async ({ page }) => {
  await page.goto("/write");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fwrite$/);
});

test("a chapter is written by keyboard, outlives a reload and a lost network, and is published", async ({
  page,
  context,
}) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  await join(page);
  await page.goto("/write");
  await expect(page.getByRole("heading", { name: "Your first story starts here" })).toBeVisible();
  await hasNoFaults(page);
  await beginChapter(page, "What the Tide Owes");

  await page.getByLabel("Chapter title").fill("Slack Water");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("Wenna had ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("never");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" slept.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("***## Four minutes");
  await page.keyboard.press("Enter");
  await page.keyboard.type("She counted.");
  await expect(text(page).locator("strong")).toHaveText("never");
  await expect(text(page).locator("hr")).toHaveCount(1);
  await expect(text(page).getByRole("heading", { level: 2 })).toHaveText("Four minutes");
  await savedWords(page, 8);
  await hasNoFaults(page);

  await page.keyboard.type(" Nobody came.");
  await page.reload();
  await expect(text(page)).toContainText("She counted. Nobody came.");
  await savedWords(page, 10);

  await context.setOffline(true);
  await text(page).getByText("She counted.").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" Then the sea did.");
  await expect(truth(page)).toHaveText(/^14 words here10 on the server/);
  await expect(page.getByText(/^No network since \d\d:\d\d\. /)).toBeVisible();
  await context.setOffline(false);
  await savedWords(page, 14);

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this chapter" });
  await expect(dialog).toContainText("14 words");
  await hasNoFaults(page);
  await dialog.getByRole("button", { name: "Publish chapter" }).click();
  await page.getByRole("link", { name: "See it as readers do" }).click();
  await expect(page).toHaveURL(/\/s\/what-the-tide-owes-\w{10}\/1-slack-water$/);
  await expect(page.getByText("She counted. Nobody came. Then the sea did.")).toBeVisible();

  await page.goBack();
  await expect(text(page)).toBeVisible();
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Take the chapter back" }).click();
  await expect(page.getByRole("dialog", { name: "Publish this chapter" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Back to the desk" }).click();
  await expect(page.getByText("Taken back. The text is kept")).toBeVisible();
  await hasNoFaults(page);
});

test("two devices write in one chapter, and no word is lost", async ({ page, context }) => {
  test.slow();
  await join(page);
  await beginChapter(page, "Two Pens");
  await text(page).click();
  await page.keyboard.type("First.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second.");
  await savedWords(page, 2);
  await deafen(page);

  const other = await context.newPage();
  await other.goto(page.url());
  await text(other).getByText("First.").click();
  await other.keyboard.press("End");
  await other.keyboard.type(" From afar.");
  await savedWords(other, 4);

  await page.keyboard.type(" From here.");
  await expect(page.getByText("Merged with changes from another device.")).toBeVisible();
  await savedWords(page, 6);
  await expect(text(page).getByRole("paragraph")).toHaveText(["First. From afar.", "Second. From here."]);
  await page.keyboard.type(" Still here.");
  await expect(text(page).getByRole("paragraph").last()).toHaveText("Second. From here. Still here.");
});

test("what is pasted keeps its meaning, brings no mess, and outlives the session", async ({ page, context }) => {
  test.slow();
  await join(page);
  await beginChapter(page, "Pasted");
  await text(page).click();
  await text(page).evaluate((surface) => {
    const data = new DataTransfer();
    data.setData(
      "text/html",
      `<b style="font-weight:normal"><h1 style="color:red">One</h1><p id="mine" onclick="alert(1)">Two <span style="font-style:italic">three</span>
        <a href="javascript:alert(1)">four</a></p><table><tr><td>Five</td></tr></table><ul><li>Six</li></ul></b>`,
    );
    surface.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(text(page).getByRole("heading", { level: 2 })).toHaveText("One");
  await expect(text(page).locator("em")).toHaveText("three");
  await expect(text(page).getByRole("listitem")).toHaveText("Six");
  await expect(text(page).locator("a, table, [onclick], #mine")).toHaveCount(0);
  await savedWords(page, 6);

  // As another tab would tell of it.
  await page.evaluate(() => {
    const channel = new BroadcastChannel("muejam:session");
    channel.postMessage(null);
    channel.close();
  });
  await expect(page.getByText(/^You are signed out\./)).toBeVisible();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" seven");
  await expect(text(page).getByRole("listitem")).toHaveText("Six seven");
  await expect(truth(page)).toHaveText(/^7 words here6 on the server/);

  const other = await context.newPage();
  await other.goto("/write");
  await expect(other.getByRole("link", { name: "Pasted" })).toBeVisible();
  await savedWords(page, 7);
  await expect(page.getByText(/^You are signed out\./)).toHaveCount(0);
});
