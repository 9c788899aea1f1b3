import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { documentText } from "@muejam/prose/walk";
import { type Entry, replay } from "../src/features/editor/journal-entries.ts";
import { stillness } from "./axe.ts";
import { beginChapter, savedWords, text, truth } from "./desk.ts";
import { join, password, signIn } from "./member.ts";
import { expect, test } from "./page.ts";

test("what happened to the words is told line by line, and what they were then", async ({ page }) => {
  test.slow();
  await join(page);
  await beginChapter(page, "Told");
  await text(page).click();
  await page.keyboard.type("Once upon a time.");
  await savedWords(page, 4);
  await page.keyboard.type(" There was a lamp.");
  await savedWords(page, 8);
  await page.getByRole("button", { name: "What happened" }).click();
  const panel = page.getByRole("dialog", { name: "What happened to your words" });
  await expect(panel.getByRole("button", { name: /Confirmed: 8 on the server/ })).toBeVisible();
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations).toEqual([]);
  await panel.getByRole("button", { name: /Confirmed: 4 on the server/ }).press("Enter");
  const then = page.getByRole("dialog", { name: /^The words at / });
  await expect(then.getByRole("textbox")).toHaveValue("Once upon a time.\n");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    then.getByRole("button", { name: "Save the words as text" }).press("Enter"),
  ]);
  expect(file.suggestedFilename()).toBe("Untitled.txt");
  await then.getByRole("button", { name: "Back to the list" }).press("Enter");
  const [journal] = await Promise.all([
    page.waitForEvent("download"),
    panel.getByRole("button", { name: "Save the journal" }).press("Enter"),
  ]);
  const { journals }: { journals: { entries: Entry[] }[] } = JSON.parse(readFileSync(await journal.path(), "utf8"));
  const replayed = replay(journals[0]?.entries ?? []);
  expect(replayed && documentText(replayed.local.document)).toBe("Once upon a time. There was a lamp.");
  await page.keyboard.press("Escape");
  await expect(text(page)).toContainText("There was a lamp.");
});

test("a full device is told of, loses nothing, and is trusted again when there is room", async ({ page, context }) => {
  test.slow();
  await join(page);
  await beginChapter(page, "Full");
  await page.route("**/trpc/draft.save*", (route) => route.abort());
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (document.documentElement.dataset["room"] === "none") throw new DOMException("No room.", "QuotaExceededError");
      return put.apply(this, given);
    };
    document.documentElement.dataset["room"] = "none";
  });
  await text(page).click();
  await page.keyboard.type("Nowhere but here.");
  await expect(truth(page)).toHaveText(/^3 words here0 on the servernot kept on this device$/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the words as a file" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("Untitled.txt");
  await page.evaluate(() => delete document.documentElement.dataset["room"]);
  await text(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Still.");
  await expect(truth(page)).not.toHaveText(/not kept/);
  await page.unroute("**/trpc/draft.save*");
  // The longer nobody answered, the longer it waits by itself; a network that comes back is asked at once.
  await context.setOffline(true);
  await expect(page.getByText(/^No network since /)).toBeVisible();
  await context.setOffline(false);
  await savedWords(page, 4);
});

test("signing out asks after words that no server has, and they wait for their author", async ({ page, context }) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  const { email } = await join(page);
  await beginChapter(page, "Left Behind");
  await context.route("**/trpc/draft.save*", (route) => route.abort());
  await text(page).click();
  await page.keyboard.type("Not yet sent.");
  await expect(truth(page)).toHaveText(/^3 words here0 on the server/);
  const address = page.url();
  await page.getByRole("link", { name: "Back to the desk" }).click();
  await page.getByRole("button", { name: /your menu$/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  const asked = page.getByRole("dialog", { name: "Some words are on this device alone" });
  await expect(asked.getByRole("link", { name: "Open and send “Untitled”" })).toBeVisible();
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations).toEqual([]);
  await asked.getByRole("button", { name: "Keep them here and sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.unroute("**/trpc/draft.save*");
  await signIn(page, email, password);
  await page.goto(address);
  await expect(text(page)).toHaveText("Not yet sent.");
  await savedWords(page, 3);
});
