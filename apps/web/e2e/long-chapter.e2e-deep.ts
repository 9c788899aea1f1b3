import { docVersion } from "@muejam/prose/document";
import { longChapter } from "@muejam/prose/testing/make-document";
import type { Page } from "@playwright/test";
import { beginChapter, text, truth } from "./desk.ts";
import { traceJournal } from "./journal-trace.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

test.setTimeout(300_000);

const at = (all: number[], share: number) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length * share)] ?? Number.NaN;

/** From a key to the frame that shows it. */
async function measure(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frameTimes: number[] = [];
    Object.assign(window, { frameTimes });
    addEventListener(
      "keydown",
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => frameTimes.push(performance.now() - timeStamp))),
      true,
    );
  });
}

test("a chapter of 100,000 words opens, takes keys and is kept without making anybody wait", async ({ page }) => {
  let authorization = "";
  page.on("request", (request) => {
    authorization = request.headers()["authorization"] ?? authorization;
  });
  await measure(page);
  await join(page);
  await beginChapter(page, "Long");
  const address = page.url();
  const { content } = longChapter(100_000);
  const placed = content.map((block, index) => ({ after: content[index - 1]?.attrs.id ?? null, block }));
  const save = {
    chapterId: address.split("/").at(-1),
    journalId: crypto.randomUUID(),
    seq: 0,
    baseVersion: 0,
    docVersion,
    placed,
  };
  const saved = await page.request.post("/trpc/draft.save", { data: save, headers: { authorization } });
  expect(saved.ok()).toBe(true);

  const opened: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await page.goto("/write");
    await expect(page.getByRole("link", { name: "Long" })).toBeVisible();
    const begun = performance.now();
    await page.goto(address);
    await expect(text(page)).toContainText("The lantern on the quay", { timeout: 60_000 });
    opened.push(performance.now() - begun);
  }
  await expect(truth(page)).toHaveText(/^10\d,\d{3} words here/, { timeout: 30_000 });
  await text(page).click({ position: { x: 300, y: 300 } });
  const sending = page.waitForRequest("**/trpc/draft.save*");
  await page.keyboard.type("a");
  const saving = await sending;
  const sizes = await saving.sizes();
  expect(await saving.allHeaders()).not.toHaveProperty("cookie");
  const journal = await traceJournal(page, async () => {
    for (let key = 0; key < 200; key += 1) await page.keyboard.press("b", { delay: 20 });
    await expect(truth(page)).toHaveText(/on the serverconfirmed/, { timeout: 30_000 });
  });
  const frames = await page.evaluate(() => (window as never as { frameTimes: number[] }).frameTimes);
  console.log(
    `100,000 words: open ${at(opened, 0.5).toFixed(0)} ms; key to frame ${at(frames, 0.5).toFixed(1)} ms, p95 ${at(frames, 0.95).toFixed(1)} ms; a line is kept after ${at(journal, 0.5).toFixed(1)} ms, p95 ${at(journal, 0.95).toFixed(1)} ms; one key's save ${sizes.requestBodySize} bytes and ${sizes.requestHeadersSize} of headers, its answer ${sizes.responseBodySize} and ${sizes.responseHeadersSize}`,
  );
  expect(journal.length).toBeGreaterThan(200);
  expect(at(journal, 0.5)).toBeLessThan(5);
  expect(sizes.requestBodySize + sizes.requestHeadersSize).toBeLessThan(2_000);
});
