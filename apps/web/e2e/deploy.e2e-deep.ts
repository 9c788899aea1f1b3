import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { text } from "./desk.ts";
import { chapterAmong, writersPages } from "./library.ts";
import { signIn } from "./member.ts";
import { expect, test } from "./page.ts";
import { buildIn, speak } from "./pseudo.ts";

/** Another build of the same app, which has other words and other files: from now on that is served, and none of this one's. */
async function deploy(page: Page, folder: string): Promise<void> {
  const [, build] = /name="build" content="(\w+)"/.exec(readFileSync(join(folder, "index.html"), "utf8")) ?? [];
  await speak(page, folder);
  await page.route("**/build.json", (route) =>
    route.fulfill({ contentType: "application/json", body: JSON.stringify({ build, worker: "on" }) }),
  );
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  // The palette is a part that this tab has not fetched yet.
  await page.keyboard.press("Control+k");
  await expect(page.locator("h1").filter({ hasText: /^\[/ })).toBeAttached({ timeout: 30_000 });
}

test("a tab goes over to a second build, and a form and a chapter keep what was typed", async ({ page, context }) => {
  test.setTimeout(240_000);
  const folder = buildIn("en-XA");
  await signIn(page, "author@muejam.test", "lantern-paper-harbor");
  const chapter = chapterAmong(await writersPages(page));
  await page.goto("/write/new");
  await page.getByLabel("Title", { exact: true }).fill("The Ferry");
  await deploy(page, folder);
  await expect(page.locator("input[name=title]")).toHaveValue("The Ferry");

  const other = await context.newPage();
  await other.goto(chapter);
  await expect(text(other)).toBeVisible();
  await other.keyboard.press("Control+End");
  await text(other).pressSequentially(" Without its lights.");
  await deploy(other, folder);
  await expect(other.locator("[role=textbox][aria-multiline=true]")).toContainText("Without its lights.");
  rmSync(folder, { recursive: true });
});
