import type { Page } from "@playwright/test";
import { beginChapter, savedWords, text } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

const newerText = "This text was written by a newer MueJam.";

/** As the page of a later release would have left them here. */
const age = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("muejam");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction("lines", "readwrite");
          const walking = change.objectStore("lines").openCursor();
          walking.onsuccess = () => {
            const cursor = walking.result;
            if (!cursor) return;
            const line = JSON.stringify(cursor.value).replaceAll(/"docVersion":\d+/g, '"docVersion":9999');
            cursor.update(JSON.parse(line));
            cursor.continue();
          };
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

test("an older page says so, of a newer draft, of newer words on this device and while it writes, and drops nothing", async ({
  page,
}) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  await join(page);
  await beginChapter(page, "Later");
  await text(page).click();
  await page.keyboard.type("From an older page.");
  await savedWords(page, 4);

  await page.route("**/trpc/draft.get*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replaceAll(/"docVersion":\d+/g, '"docVersion":9999'),
    });
  });
  await page.reload();
  await expect(page.getByText(newerText)).toBeVisible();
  await page.unroute("**/trpc/draft.get*");

  await page.route("**/trpc/draft.save*", async (route) => {
    const response = await route.fetch({ postData: { ...route.request().postDataJSON(), docVersion: 9999 } });
    await route.fulfill({ response });
  });
  await page.reload();
  await text(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" More of it.");
  await expect(page.getByText(/^This page is older than the chapter's text\./)).toBeVisible();
  await age(page);
  await page.unroute("**/trpc/draft.save*");
  await page.reload();
  await expect(page.getByText(newerText)).toBeVisible();
});
