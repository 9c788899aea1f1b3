import type { Page } from "@playwright/test";
import { findNothing } from "./axe.ts";
import { everyPage, firstStory } from "./library.ts";
import { lineLengths, noteShifts, shiftsOf, smallTargets } from "./measures.ts";
import { choose, expect, open, test } from "./page.ts";
import { looks, screens } from "./routes.ts";

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [screen, theme] of looks)
  test(`axe finds nothing, nothing moves by itself and fingers find what to press, ${theme}, ${screen}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(screens[screen]);
    await choose(page, theme);
    await noteShifts(page);
    const seen = new Set<string>();
    for (const route of await everyPage(request)) {
      await open(page, route);
      // Some addresses only lead to another page.
      if (seen.has(page.url())) continue;
      seen.add(page.url());
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      // A face that comes late moves a line by some pixels, which is less than anybody sees.
      expect(
        (await shiftsOf(page)).reduce((sum, { value }) => sum + value, 0),
        route,
      ).toBeLessThan(0.01);
      if (screen === "phone") expect(await smallTargets(page), route).toEqual([]);
      await findNothing(page, route);
    }
    await page.getByRole("button", { name: "Page theme" }).click();
    await findNothing(page, "theme and letters");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("#nothing of that name");
    await expect(page.getByText("Nothing of that name")).toBeVisible();
    await findNothing(page, "palette without a find");
  });

for (const dir of ["ltr", "rtl"])
  test(`no page scrolls sideways on the narrowest screen, ${dir}`, async ({ page, request }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript((way) => {
      document.addEventListener("DOMContentLoaded", () => document.documentElement.setAttribute("dir", way));
    }, dir);
    for (const route of await everyPage(request)) {
      await open(page, route);
      expect(await sideways(page), route).toBe(0);
    }
  });

test("letters of twice the size still fit", async ({ page, request }) => {
  test.setTimeout(90_000);
  await page.setViewportSize(screens.phone);
  for (const route of await everyPage(request)) {
    await open(page, route);
    await page.evaluate(() => {
      const twice = new CSSStyleSheet();
      twice.replaceSync("html { font-size: 200% }");
      document.adoptedStyleSheets = [twice];
    });
    expect(await sideways(page), route).toBe(0);
  }
});

test("a page read from right to left is mirrored", async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => document.documentElement.setAttribute("dir", "rtl"));
  });
  await open(page, "/status");
  const [mark, theme] = await Promise.all([
    page.getByRole("link", { name: "MueJam, home" }).boundingBox(),
    page.getByRole("button", { name: "Page theme" }).boundingBox(),
  ]);
  expect(mark?.x ?? 0).toBeGreaterThan(theme?.x ?? Infinity);
});

for (const [screen, viewport] of Object.entries(screens))
  test(`nothing moves while the page fills, ${screen}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await noteShifts(page);
    const gate = Promise.withResolvers<void>();
    await page.route("**/trpc/**", async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto("/status");
    await expect(page.locator(".skeleton").first()).toBeVisible();
    gate.resolve();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    expect(await shiftsOf(page)).toEqual([]);
  });

for (const [screen, viewport] of Object.entries(screens))
  test(`a line of prose has 45 to 75 letters, ${screen}`, async ({ page, request }) => {
    await page.setViewportSize(viewport);
    await open(page, (await firstStory(request)).chapterPath);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const lengths = await lineLengths(page);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    expect(median).toBeGreaterThanOrEqual(45);
    expect(lengths.at(-1)).toBeLessThanOrEqual(75);
  });

test("the theme of the device is followed until one is chosen, and the choice is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "/status");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "paper");

  await page.getByRole("button", { name: "Page theme" }).click();
  await page.getByText("Sepia").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  await page.goto("/no-such-page");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible();
});
