import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./page.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Not among the tags yet: what is seen of a button is what it is called. */
const rules = { "label-content-name-mismatch": { enabled: true } };

/** What still fades in has no colour of its own yet. */
export const stillness = (page: Page) =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));

/** Nothing to be found by axe on what the page, or a part of it, shows now. */
export async function findNothing(page: Page, where: string, part = "html"): Promise<void> {
  await stillness(page);
  const screen = page.viewportSize();
  // On a screen as high as the page, no bar lies over what somebody would scroll to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (screen) await page.setViewportSize({ ...screen, height: Math.max(screen.height, height) });
  const { violations } = await new AxeBuilder({ page }).include(part).options({ runOnly: tags, rules }).analyze();
  if (screen) await page.setViewportSize(screen);
  expect(violations, where).toEqual([]);
}

/** In each of these themes, without the page being loaded anew. */
export async function findNothingIn(
  themes: readonly string[],
  page: Page,
  where: string,
  part = "html",
): Promise<void> {
  const dress = (theme: string) =>
    page.evaluate((name) => void (document.documentElement.dataset["theme"] = name), theme);
  const worn = await page.locator("html").getAttribute("data-theme");
  for (const theme of themes) {
    await dress(theme);
    await findNothing(page, `${where}, ${theme}`, part);
  }
  await dress(worn ?? "paper");
}
