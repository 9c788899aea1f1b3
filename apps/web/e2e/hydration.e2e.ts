import type { Page } from "@playwright/test";
import { firstStory } from "./library.ts";
import { expect, test } from "./page.ts";
import { screens } from "./routes.ts";

test.use({ viewport: screens.phone });

/** The chapter as it is before its scripts come; `letScriptsIn` brings them, and waits until the page is theirs. */
async function openBeforeScripts(page: Page, path: string) {
  await page.addInitScript(() => {
    const seen: Record<string, unknown[]> = { paints: [], shifts: [] };
    Reflect.set(window, "seen", seen);
    const watch = (type: string, into: string) =>
      new PerformanceObserver((list) => seen[into]?.push(...list.getEntries().map((entry) => entry.toJSON()))).observe({
        type,
        buffered: true,
      });
    watch("largest-contentful-paint", "paints");
    watch("layout-shift", "shifts");
  });
  const gate = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await gate.promise;
    await route.continue();
  });
  const calls: string[] = [];
  page.on("request", (request) => request.url().includes("/trpc/") && calls.push(request.url()));
  await page.goto(path, { waitUntil: "commit" });
  await expect(prose(page)).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await nextFrames(page);
  const letScriptsIn = async () => {
    gate.resolve();
    await isTakenOver(page);
    await nextFrames(page);
  };
  return { letScriptsIn, calls };
}

/** React leaves its mark on each node that it answers for. */
const isTakenOver = (page: Page) =>
  page.waitForFunction(() => {
    const heading = document.querySelector("h1");
    return heading !== null && Object.keys(heading).some((key) => key.startsWith("__reactProps"));
  });
const nextFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const prose = (page: Page) => page.locator("[data-prose]");
const seen = (page: Page) => page.evaluate((): { paints: unknown[]; shifts: unknown[] } => Reflect.get(window, "seen"));

test("a chapter is painted once, moves nothing and asks for nothing when the browser takes it over", async ({
  page,
  request,
}) => {
  const { chapterPath } = await firstStory(request);
  const { letScriptsIn, calls } = await openBeforeScripts(page, chapterPath);
  await letScriptsIn();
  const { paints, shifts } = await seen(page);
  expect(paints).toHaveLength(1);
  expect(shifts).toEqual([]);
  expect(calls).toEqual([]);
});

test("whoever reads before the scripts have come keeps their place and what they selected", async ({
  page,
  request,
}) => {
  const { chapterPath } = await firstStory(request);
  const { letScriptsIn } = await openBeforeScripts(page, chapterPath);
  const before = await prose(page).evaluate((node) => {
    Reflect.set(window, "node", node);
    window.scrollTo(0, 500);
    const paragraph = node.querySelectorAll("p")[2];
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
    return { top: scrollY, selected: String(getSelection()) };
  });
  expect(before.top).toBe(500);
  expect(before.selected.length).toBeGreaterThan(10);
  await letScriptsIn();
  const after = await prose(page).evaluate((node) => ({
    isSame: node === Reflect.get(window, "node"),
    top: scrollY,
    selected: String(getSelection()),
  }));
  expect(after).toEqual({ isSame: true, ...before });
});

test("the words of a chapter travel once", async ({ page, request }) => {
  const { chapterPath } = await firstStory(request);
  await page.goto(chapterPath);
  const words = await prose(page).evaluate((node) => {
    const plain = [...node.querySelectorAll("p")].filter(
      (one) => one.childElementCount === 0 && !/[&<>"']/.test(one.innerText),
    );
    return plain.at(-1)?.innerText.slice(0, 40) ?? "";
  });
  expect(words.length).toBeGreaterThan(10);
  const sent = await (await request.get(chapterPath)).text();
  expect(sent.split(words).length - 1).toBe(1);
});

test("from page to page the browser goes on by itself, and its title with it", async ({ page, request }) => {
  const { storyPath, chapterPath } = await firstStory(request);
  await page.goto(storyPath);
  await isTakenOver(page);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.evaluate(() => Reflect.set(window, "isSamePage", true));
  await page.getByRole("link", { name: "Begin reading" }).click();
  await expect(page).toHaveURL(chapterPath);
  await expect(page).toHaveTitle(/^1\. .+ · MueJam$/);
  await expect(prose(page)).toBeVisible();
  await page.getByRole("link", { name: "All chapters" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(await page.evaluate(() => Reflect.get(window, "isSamePage"))).toBe(true);
  // As where somebody goes on before a page has come; what is thrown then fails the journey.
  await page.evaluate(() => {
    document.startViewTransition();
    return document.startViewTransition().finished;
  });
});

test("the title that the server wrote is the one that the browser writes", async ({ page, request }) => {
  const { storyPath, chapterPath } = await firstStory(request);
  for (const path of ["/", storyPath, chapterPath, "/tags/fantasy"]) {
    const [, written] = /<title>([^<]*)<\/title>/.exec(await (await request.get(path)).text()) ?? [];
    await page.goto(path);
    await isTakenOver(page);
    await nextFrames(page);
    expect(await page.evaluate(() => document.title.replaceAll("&", "&amp;").replaceAll("'", "&#39;"))).toBe(written);
  }
});

test("without a script everything can be read, and every chapter reached", async ({ browser, request }) => {
  const { storyPath } = await firstStory(request);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto("/");
  for (const list of ["Just continued", "New here", "Finished"])
    await expect(page.getByRole("region", { name: list }).getByRole("article")).not.toHaveCount(0);
  await page.goto(storyPath);
  const count = await page.getByRole("region", { name: "Chapters" }).getByRole("listitem").count();
  await page.getByRole("link", { name: "Begin reading" }).click();
  const around = page.getByRole("navigation", { name: "Chapters around this one" });
  for (let number = 1; number < count; number += 1) {
    await expect(prose(page)).not.toBeEmpty();
    await around.locator("[rel=next]").click();
  }
  await expect(around.locator("[rel=next]")).toHaveCount(0);
  await expect(prose(page)).not.toBeEmpty();
  await page.getByRole("link", { name: "All chapters" }).click();
  await expect(page).toHaveURL(storyPath);
  await page.getByRole("main").locator("[rel=author]").first().click();
  await expect(page.getByRole("region", { name: "Stories" }).getByRole("article")).not.toHaveCount(0);
  await plain.close();
});

test("an address that has become another one leads there, and one that never was says so", async ({
  page,
  request,
}) => {
  const { storyPath } = await firstStory(request);
  const ref = storyPath.split("-").at(-1) ?? "";
  await page.goto(`/s/${ref}`);
  await expect(page).toHaveURL(storyPath);
  const answer = await page.goto("/s/no-such-story-0000000000");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
});
