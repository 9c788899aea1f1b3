import { expect, type Page } from "@playwright/test";

export const text = (page: Page) => page.getByRole("textbox", { name: "Chapter text" });
export const truth = (page: Page) => page.getByRole("contentinfo").getByRole("status");
export const savedWords = (page: Page, count: number) =>
  expect(truth(page)).toHaveText(
    new RegExp(`^${count} words here${count} on the serverconfirmed \\d\\d:\\d\\d:\\d\\d$`),
  );

/** What others write reaches this page no sooner than it saves. */
export const deafen = (page: Page) => page.route("**/trpc/team.here*", (route) => route.abort());

export async function beginChapter(page: Page, title: string): Promise<void> {
  await page.goto("/write/new");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Fantasy").check();
  await page.getByRole("button", { name: "Begin the story" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Write the first line" }).click();
  await expect(text(page)).toBeVisible();
}
