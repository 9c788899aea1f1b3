import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openFront } from "./front.ts";
import { firstStory } from "./library.ts";
import { join } from "./member.ts";
import { expect, isWhole, test } from "./page.ts";

// Everywhere else it is kept away: what a journey holds back or changes on the wire must not come from elsewhere.
test.use({ serviceWorkers: "allow" });

const { BASE_URL = "http://127.0.0.1:3000" } = process.env;
const built = new URL("../dist/client/", import.meta.url);

const workerIsReady = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
    .toBe("activated");
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
/** Every address that the worker has put by. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname).sort();
  });

test("it can be installed, and whatever a member looks at, only what is everybody's is kept", async ({ page }) => {
  await join(page);
  await workerIsReady(page);
  for (const path of ["/", "/settings", "/write", "/notifications"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  }
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  const [offline, ...files] = (await kept(page)).toReversed();
  expect(offline).toBe("/offline.html");
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expect(file).toMatch(/^\/assets\/[\w-]+-[\w-]{8}\.(js|css|woff2)$/);

  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // A journey's browser forgets everything at its end, and nothing else speaks against it.
  expect(installabilityErrors).toEqual([{ errorId: "in-incognito", errorArguments: [] }]);
  const { data, errors } = await devtools.send("Page.getAppManifest");
  expect([errors, JSON.parse(data ?? "").name]).toEqual([[], "MueJam"]);
});

test("without a network there is a page that says so, and then the one that was asked for", async ({
  page,
  request,
}) => {
  const { chapterPath, storyPath } = await firstStory(request);
  const front = await openFront(BASE_URL);
  await page.goto(front.address);
  await workerIsReady(page);
  await front.leave();
  await page.goto(front.address + chapterPath);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network");
  await expect(page).toHaveURL(front.address + chapterPath);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await front.comeBack();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("[data-prose]")).toBeVisible();

  await front.leave();
  await page.goto(front.address + storyPath);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network");
  await front.comeBack();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByRole("link", { name: "Begin reading" })).toBeVisible();
  await front.leave();
});

const bad = `
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(caches.open("bad").then(() => clients.claim())));
  self.addEventListener("fetch", (event) => event.respondWith(new Response("<h1>Broken</h1>", { headers: { "content-type": "text/html" } })));`;

test("a bad worker that has taken every page is gone once it is switched off, and does not come back", async ({
  page,
}) => {
  const front = await openFront(BASE_URL);
  const type = "text/javascript";
  front.answers.set("/worker.js", { type, body: bad });
  await page.goto(front.address);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await page.goto(front.address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Broken");

  // What the server answers while its switch says so; not one page of ours has run in between.
  front.answers.set("/worker.js", { type, body: readFileSync(new URL("worker-removal.js", built), "utf8") });
  const told = JSON.stringify({ build: "another", worker: "off" });
  front.answers.set("/build.json", { type: "application/json", body: told });
  await expect(async () => {
    await page.goto(front.address);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Broken", { timeout: 1_000 });
  }).toPass();
  await page.goto(front.address);
  await isWhole(page);
  await expect.poll(async () => [await registrations(page), await kept(page)]).toEqual([0, []]);
  await front.leave();
});
