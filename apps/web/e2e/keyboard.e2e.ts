import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, isWhole, test } from "./page.ts";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const finder = (page: Page) => page.getByRole("combobox", { name: "Find and go" });

async function find(page: Page, typed: string, name: string | RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(finder(page)).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole("option", { name, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(finder(page)).toBeHidden();
}

async function tabTo(page: Page, place: Locator, key = "Tab"): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(place).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0], timeout: 20_000 });
}

test("somebody signs in, finds, reads, changes the look, writes and publishes without a pointer", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await isWhole(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await find(page, "sign in", "Sign in");
  await expect(heading(page, "Sign in")).toBeFocused();
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type("author@muejam.test");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type("lantern-paper-harbor");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /your menu$/ })).toBeVisible();

  // A story by its address, and its first chapter by its keys.
  await expect(page.locator("main:focus, main :focus")).toHaveCount(1);
  const theme = page.getByRole("button", { name: "Page theme" });
  await tabTo(page, theme, "Shift+Tab");
  await page.keyboard.press("Control+k");
  await expect(finder(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(theme).toBeFocused();
  const story = await page.getByRole("link", { name: "Request Stop" }).first().getAttribute("href");
  await find(page, `https://elsewhere.test${story}`, /Request Stop/);
  await expect(heading(page, "Request Stop")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Request Stop" })).toBeAttached();
  await tabTo(page, page.getByRole("link", { name: /^Begin reading|^Continue|^Read again/ }));
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-prose]")).toBeVisible();

  await find(page, "dark", "Theme: Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  const title = `By keys ${randomUUID().slice(0, 8)}`;
  await find(page, "new story", "New story");
  await tabTo(page, page.getByLabel("Title", { exact: true }));
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await expect(heading(page, title)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Write the first line" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Chapter title"));
  await page.keyboard.type("One");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Chapter text" })).toBeFocused();
  await page.keyboard.type("Nobody touched a mouse.");
  await tabTo(page, page.getByRole("button", { name: "Publish…" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const publish = page.getByRole("button", { name: "Publish chapter" });
  await tabTo(page, publish);
  await expect(publish).not.toHaveAttribute("aria-disabled");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Chapter 1 is published" })).toBeVisible();
});

test("letters of one's own size are there before the first paint, and kept", async ({ page }) => {
  await page.goto("/status");
  await page.getByRole("button", { name: "Page theme" }).click();
  await page.getByRole("button", { name: "Larger letters" }).click();
  await page.getByRole("button", { name: "Larger letters" }).click();
  await expect(page.locator("html")).toHaveCSS("font-size", "20px");
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-text", "125");
});
