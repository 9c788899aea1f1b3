import { findNothing } from "./axe.ts";
import { beginChapter, text, truth } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

/** One pixel. */
const lamp = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test("a picture is put in by keyboard, waits for the network over a reload, is described and seen by a visitor", async ({
  page,
  browser,
}) => {
  test.slow();
  await join(page);
  await beginChapter(page, "Pictures");
  await page.getByLabel("Chapter title").fill("The quay");
  await page.keyboard.press("Enter");
  await page.keyboard.type("She lit it.");
  await page.route("**/media", (route) => route.abort());
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("group", { name: "Structure" }).getByRole("button", { name: "Picture…" }).press("Enter");
  await (await choosing).setFiles({ name: "lamp.png", mimeType: "image/png", buffer: lamp });
  await expect(text(page).getByRole("img", { name: "Picture without a description" })).toBeVisible();
  await expect(truth(page)).toHaveText(/^3 words here3 on the serverconfirmed [\d:]+1 picture on this device$/);

  await page.reload();
  const picture = text(page).getByRole("img", { name: /^Picture/ });
  await expect(picture).toHaveAttribute("src", /^blob:/);
  await expect(truth(page)).toHaveText(/1 picture on this device$/);
  await page.unroute("**/media");
  await expect(truth(page)).not.toHaveText(/picture/, { timeout: 40_000 });

  await text(page).press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Picture" });
  await panel.getByLabel("What it shows").fill("A brass lamp");
  await findNothing(page, "a picture's panel");
  await panel.getByRole("button", { name: "Keep" }).press("Enter");
  await expect(text(page).getByRole("img", { name: "Picture: A brass lamp" })).toBeVisible();
  // Browser and server may count this as one word or two; it is all there either way.
  await page.keyboard.type("Hers.Always");
  await expect(truth(page)).toHaveText(/^([45]) words here\1 on the serverconfirmed [\d:]+$/);
  await findNothing(page, "the editor");

  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish chapter" }).click();
  const path = await page.getByRole("link", { name: "See it as readers do" }).getAttribute("href");
  const visitor = await browser.newContext({ javaScriptEnabled: false });
  const seen = await visitor.newPage();
  await seen.goto(new URL(path ?? "", page.url()).href);
  const shown = seen.getByRole("figure").getByRole("img", { name: "A brass lamp" });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).not.toBe(0);
  await expect(seen.getByRole("figure")).toContainText("Hers.Always");
  await visitor.close();
});
