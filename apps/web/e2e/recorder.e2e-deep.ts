import type { BrowserContext, Page } from "@playwright/test";
import { beginChapter, text, truth } from "./desk.ts";
import { join } from "./member.ts";
import { ownServer } from "./own-server.ts";
import { test as base, expect } from "./page.ts";

base.setTimeout(300_000);

type Server = Awaited<ReturnType<typeof ownServer>>;

const test = base.extend<{ server: Server }>({
  server: async ({ browserName }, give) => {
    const server = await ownServer(`muejam_dying_${browserName}_test`);
    await server.start();
    await give(server);
    await server.kill();
  },
  baseURL: async ({ server }, give) => give(server.address),
});

type Claim = { here: number; there: number };

/** What the line at the foot claims, each second, beside what the server held then. */
function watch(page: Page, server: { words: number }) {
  const claims: (Claim & { held: number })[] = [];
  const look = async () => {
    const said = await truth(page)
      .textContent({ timeout: 500 })
      .catch(() => null);
    const [, here, there] = said?.replaceAll(",", "").match(/^(\d+) words? here(\d+) on the server/) ?? [];
    if (here && there) claims.push({ here: Number(here), there: Number(there), held: server.words });
  };
  const timer = setInterval(() => void look(), 1000);
  return { claims, stop: () => clearInterval(timer) };
}

/** What the server has answered that it holds, known here before any page knows it. */
async function listen(context: BrowserContext): Promise<{ words: number }> {
  const held = { words: 0 };
  await context.route("**/trpc/draft.save*", async (route) => {
    const response = await route.fetch().catch(() => null);
    if (!response) return route.abort();
    const answer = response.ok() ? await response.json() : null;
    held.words = Math.max(held.words, answer?.result.data.words ?? 0);
    await route.fulfill({ response });
  });
  return held;
}

const words = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => `word${from + index}`).join(" ");

const written = async (page: Page) => (await text(page).innerText()).match(/word\d+/g) ?? [];

/** A tab that dies, and another one at the same address. */
async function crash(page: Page, context: BrowserContext): Promise<Page> {
  const address = page.url();
  const session = await context.newCDPSession(page);
  const hasDied = page.waitForEvent("crash");
  // Nobody is left to answer.
  session.send("Page.crash").catch(() => undefined);
  await hasDied;
  const next = await context.newPage();
  await expect(async () => {
    await next.goto(address);
    await expect(text(next)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await text(next).click();
  await next.keyboard.press("Control+End");
  return next;
}

test("300 words outlive a server that is killed three times and a tab that dies, and the line never claims more", async ({
  page: first,
  context,
  server,
}) => {
  let page = first;
  await join(page);
  const held = await listen(context);
  await beginChapter(page, "Three Deaths");
  await text(page).click();
  const claims: (Claim & { held: number })[] = [];
  for (const round of [0, 1, 2]) {
    let watched = watch(page, held);
    const [from, half, until] = [round * 100, round * 100 + 50, round * 100 + 100];
    await page.keyboard.type(`${words(from, half)} `, { delay: 8 });
    await server.kill();
    await page.keyboard.type(`${words(half, until)} `, { delay: 8 });
    // Nothing of what was typed since is on the server, and nothing says so.
    await expect(truth(page)).toHaveText(new RegExp(`^${until} words here`));
    await expect(truth(page)).not.toHaveText(new RegExp(`here${until} on the server`));
    if (round === 1) {
      watched.stop();
      claims.push(...watched.claims);
      await server.start();
      page = await crash(page, context);
      watched = watch(page, held);
    } else await server.start();
    // Whoever waits for a server asks it ever more seldom, at last twice a minute.
    await expect(truth(page)).toHaveText(new RegExp(`^${until} words here${until} on the server`), { timeout: 90_000 });
    watched.stop();
    claims.push(...watched.claims);
  }
  expect(await written(page)).toEqual(words(0, 300).split(" "));
  expect(claims.length).toBeGreaterThan(15);
  for (const { here, there, held: known } of claims) {
    expect(there).toBeLessThanOrEqual(here);
    expect(there).toBeLessThanOrEqual(known);
  }
  await page.reload();
  await expect(text(page)).toContainText("word299");
  expect(await written(page)).toEqual(words(0, 300).split(" "));
});
