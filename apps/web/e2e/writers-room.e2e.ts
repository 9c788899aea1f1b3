import { AxeBuilder } from "@axe-core/playwright";
import { stillness } from "./axe.ts";
import { beginChapter, savedWords, text, truth } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

test("an author finds, replaces and takes back, sets a goal and writes in a quiet room, all by keyboard", async ({
  page,
}) => {
  await join(page);
  await beginChapter(page, "The Lamp");
  await text(page).focus();
  await page.keyboard.type("The lamp was lit. A lamp, the Lamp!");
  await savedWords(page, 8);

  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in this chapter" });
  await expect(bar.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.type("lamp");
  await expect(bar.getByRole("status")).toHaveText(/^1 of 3/);
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText(/^2 of 3/);
  await expect(text(page).locator(".found")).toHaveCount(3);
  await page.keyboard.press("Control+h");
  await expect(bar.getByRole("textbox", { name: "Replace with" })).toBeFocused();
  await page.keyboard.type("lantern");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText(/^2 of 2/);
  await stillness(page);
  expect((await new AxeBuilder({ page }).withTags(wcag).analyze()).violations).toEqual([]);
  await bar.getByRole("button", { name: "Replace all" }).press("Enter");
  await expect(bar.getByRole("status")).toHaveText("2 places replaced");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveText("The lantern was lit. A lantern, the lantern!");
  await page.keyboard.press("Control+z");
  await expect(text(page)).toHaveText("The lamp was lit. A lantern, the Lamp!");

  await page.keyboard.press("Control+a");
  await expect(page.getByText("8 words selected")).toBeVisible();
  await page.keyboard.press("Control+End");
  await expect(page.getByText("8 words selected")).toBeHidden();
  await page.getByRole("button", { name: "8 today" }).press("Enter");
  await page.getByRole("dialog", { name: "A goal of your own" }).getByLabel("How many words").fill("9");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "8 of 9 today" })).toBeFocused();
  await text(page).focus();
  await page.keyboard.type(" Out.");
  await expect(page.getByRole("button", { name: "9 of 9 today" })).toBeVisible();
  await savedWords(page, 9);

  await page.keyboard.press("Control+/");
  const sheet = page.getByRole("dialog", { name: "Everything by keyboard" });
  await expect(sheet).toBeVisible();
  await stillness(page);
  expect((await new AxeBuilder({ page }).withTags(wcag).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("Control+.");
  await expect(page.getByRole("button", { name: "Show everything" })).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCSS("opacity", "0");
  await expect(truth(page)).toHaveText(/^9 words here9 on the server/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("banner")).toHaveCSS("opacity", "1");

  await page.keyboard.press("Control+Shift+.");
  for (let line = 0; line < 12; line++) await page.keyboard.press("Enter");
  await page.keyboard.type("Here.");
  const middle = async () => {
    const box = await text(page).getByRole("paragraph").last().boundingBox();
    return Math.abs((box?.y ?? 0) - (page.viewportSize()?.height ?? 0) / 2);
  };
  await expect.poll(middle).toBeLessThan(60);
  await page.reload();
  await expect(page.getByRole("button", { name: "10 of 9 today" })).toBeVisible();
});

test("readers meet a passage's summary first and open it, with no script at all; both notes stand around it", async ({
  page,
  browser,
}) => {
  test.slow();
  await join(page);
  await beginChapter(page, "The Ferry");
  await page.getByLabel("Chapter title").fill("Night");
  await page.getByText("Note before the chapter", { exact: true }).click();
  await page.getByLabel("Your note before the chapter").fill("Thanks for waiting.");
  await page.getByText("Note after the chapter", { exact: true }).click();
  await page.getByLabel("Your note after the chapter").fill("More on Friday.");
  await text(page).focus();
  await page.keyboard.type("The ferry came in.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("He fell from the rail.");
  await page.getByRole("button", { name: "More for writing" }).press("Enter");
  await page.getByRole("button", { name: "Notice for a passage" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "A notice for this passage" });
  await dialog.getByRole("button", { name: "Keep the notice" }).press("Enter");
  await expect(dialog.getByText("Choose at least one.")).toBeVisible();
  await stillness(page);
  expect((await new AxeBuilder({ page }).withTags(wcag).analyze()).violations).toEqual([]);
  await dialog.getByLabel("Death").check();
  await dialog.getByLabel("What happens, in one neutral line").fill("The ferryman dies.");
  await page.keyboard.press("Enter");
  await expect(text(page).getByRole("region", { name: "Passage with a notice" })).toContainText(
    "Death The ferryman dies.",
  );
  await savedWords(page, 9);
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish chapter" }).click();
  const path = await page.getByRole("link", { name: "See it as readers do" }).getAttribute("href");

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(new URL(path ?? "", page.url()).href);
  await expect(reader.getByText("Thanks for waiting.")).toBeVisible();
  await expect(reader.getByText("More on Friday.")).toBeVisible();
  await expect(reader.getByText("The ferry came in.")).toBeVisible();
  await expect(reader.getByText("He fell from the rail.")).toBeHidden();
  await reader.getByText("The ferryman dies.").click();
  await expect(reader.getByText("He fell from the rail.")).toBeVisible();
  await plain.close();
});
