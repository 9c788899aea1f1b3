import { findNothing } from "./axe.ts";
import { chapterAmong, writersPages } from "./library.ts";
import { noteShifts, shiftsOf, smallTargets } from "./measures.ts";
import { signIn } from "./member.ts";
import { choose, expect, open, test } from "./page.ts";
import { looks, routes, screens } from "./routes.ts";

const settings = routes.filter((route) => /^\/settings.?\//.test(route));
const paths = [...settings, "/", "/write", "/write/new", "/notifications", "/next-of-kin"];

for (const [screen, theme] of looks)
  test(`axe finds nothing on the pages of a member, nothing moves by itself or goes sideways, ${theme}, ${screen}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(screens[screen]);
    await choose(page, theme);
    await noteShifts(page);
    await signIn(page, "author@muejam.test", "lantern-paper-harbor");
    const own = await writersPages(page);
    const chapter = chapterAmong(own);
    for (const path of [...paths, ...own.filter((path) => path !== chapter), `${chapter}/history`, chapter]) {
      await open(page, path);
      await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
      const moved = await shiftsOf(page);
      expect(
        moved.reduce((sum, { value }) => sum + value, 0),
        path,
      ).toBeLessThan(0.01);
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(sideways), path).toBe(0);
      if (screen === "phone") expect(await smallTargets(page), path).toEqual([]);
      await findNothing(page, path);
    }
    // The chapter is open still.
    await page.getByRole("button", { name: "Publish…" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await findNothing(page, "dialog of publishing", "dialog[open]");
    await page.keyboard.press("Escape");
    await open(page, "/notifications");
    await page.getByRole("button", { name: /your menu$/ }).click();
    await findNothing(page, "menu", ".bar-popover:popover-open");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option", { name: "Printed on the Ice", exact: true })).toBeVisible();
    await findNothing(page, "palette", "dialog[open]");
  });

for (const theme of ["paper", "dark"])
  test(`axe finds nothing on an open menu, dialog and toast, ${theme}`, async ({ page }) => {
    test.setTimeout(90_000);
    await choose(page, theme);
    await open(page, "/kit");
    const press = (name: string) => page.getByRole("button", { name }).first().click();
    await press("A menu");
    await expect(page.locator("#main [popover]:popover-open")).toBeVisible();
    await findNothing(page, "menu", ".bar-popover:popover-open");
    await page.keyboard.press("Escape");
    await press("A toast");
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await findNothing(page, "toast", ".toasts");
    await press("A dialog");
    await expect(page.getByRole("dialog")).toBeVisible();
    await findNothing(page, "dialog", "dialog[open]");
  });
