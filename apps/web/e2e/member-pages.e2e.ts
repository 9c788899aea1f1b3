import { findNothing } from "./axe.ts";
import { smallTargets } from "./measures.ts";
import { signIn } from "./member.ts";
import { choose, expect, open, test } from "./page.ts";
import { looks, routes, screens } from "./routes.ts";

const steps = ["name", "birth", "genres", "follow"].map((step) => `/welcome?step=${step}`);
const settings = routes.filter((route) => route.startsWith("/settings/"));
const paths = [...steps, ...settings, "/write", "/write/new", "/notifications", "/invitations"];

for (const [screen, theme] of looks)
  test(`axe finds nothing on the pages of a member, and none scrolls sideways, ${theme}, ${screen}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize(screens[screen]);
    await choose(page, theme);
    await signIn(page, "author@muejam.test", "lantern-paper-harbor");
    for (const path of paths) {
      await open(page, path);
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(sideways), path).toBe(0);
      if (screen === "phone") expect(await smallTargets(page), path).toEqual([]);
      await findNothing(page, path);
    }
    await page.getByRole("button", { name: /your menu$/ }).click();
    await findNothing(page, "menu");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option", { name: "Printed on the Ice", exact: true })).toBeVisible();
    await findNothing(page, "palette");
  });
