import { mkdirSync } from "node:fs";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { beginChapter, deafen, savedWords, text, truth } from "./desk.ts";
import { signIn } from "./member.ts";
import { screens, themes } from "./routes.ts";

/**
 * Where chapters are written, in each state that somebody may find it in, on a phone and a desktop and in the four
 * themes, to be looked at: `node apps/web/e2e/desk-sheet.ts [folder] [part of a state's name]`.
 */
const { BASE_URL = "http://127.0.0.1:3000", CHROME_PATH, MUEJAM_HOME = ".muejam" } = process.env;
const [folder = `${MUEJAM_HOME}/desk-sheet`, part = ""] = process.argv.slice(2);

type Scene = (page: Page, context: BrowserContext) => Promise<unknown>;
const lines = [
  "The harbour lay under fog when the ferry came in, and nobody on the quay could have said how long she had been at the rail.",
  "“You kept the lamp,” he said. She turned it in her hands; the brass was cold, and the wick had been trimmed by somebody who knew how.",
  "By noon the tide had taken the boards from under the net loft, and the children were told to stay away from the wall.",
];
const isSent = /^([1-9][\d,]*) words here\1 on the server/;
const write = async (page: Page, paragraphs: number) => {
  await page.getByLabel("Chapter title").fill("What the Tide Owes");
  await text(page).fill(Array.from({ length: paragraphs }, (_, at) => lines[at % lines.length]).join("\n"));
  await expect(truth(page)).toHaveText(isSent);
};
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const more = async (page: Page, name: RegExp) => {
  await press(page, "More for writing");
  await page.getByRole("button", { name }).click();
};
/** The same words, changed in another tab meanwhile. */
const tear: Scene = async (page, context) => {
  await text(page).fill("The lantern went out.");
  await savedWords(page, 4);
  await deafen(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await text(other).fill("The lamp went out.");
  await savedWords(other, 4);
  await other.close();
  await text(page).fill("The candle went out.");
  await expect(page.getByRole("region", { name: "Words that both changed" })).toBeVisible();
};
const keepTwo: Scene = async (page) => {
  await write(page, 3);
  await page.getByRole("link", { name: "History" }).click();
  await page.getByLabel("Keep what stands there now").fill("Before the cut");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /Before the cut/ })).toBeVisible();
};

const scenes: Record<string, Scene> = {
  empty: async () => undefined,
  long: (page) => write(page, 24),
  structure: async (page) => {
    await write(page, 4);
    await press(page, "Structure");
  },
  table: async (page) => {
    await write(page, 2);
    await text(page).press("Control+End");
    await page.keyboard.press("Enter");
    await press(page, "Structure");
    await page.getByRole("group", { name: "Structure" }).getByRole("button", { name: "Table" }).click();
    await page.keyboard.type("Lamp");
  },
  more: async (page) => {
    await write(page, 4);
    await press(page, "More for writing");
  },
  find: async (page) => {
    await write(page, 8);
    await more(page, /^Find and replace/);
    await page.getByRole("textbox", { name: "Find", exact: true }).fill("lamp");
  },
  goal: async (page) => {
    await write(page, 4);
    await more(page, /^Set a goal/);
    await expect(page.getByRole("dialog", { name: "A goal of your own" })).toBeVisible();
  },
  keys: async (page) => {
    await write(page, 4);
    await more(page, /^Keys/);
    await expect(page.getByRole("dialog", { name: "Everything by keyboard" })).toBeVisible();
  },
  passage: async (page) => {
    await write(page, 4);
    await more(page, /^Notice for a passage/);
    await expect(page.getByRole("dialog", { name: "A notice for this passage" })).toBeVisible();
  },
  quiet: async (page) => {
    await write(page, 8);
    await more(page, /^Nothing but the words/);
  },
  typewriter: async (page) => {
    await write(page, 12);
    await more(page, /^Keep the line in the middle/);
    await text(page).press("Control+End");
    await page.keyboard.type(" And then.");
  },
  happened: async (page) => {
    await write(page, 4);
    await press(page, "What happened");
    await expect(
      page
        .getByRole("dialog")
        .getByRole("button", { name: /^.*Confirmed/ })
        .first(),
    ).toBeVisible();
  },
  offline: async (page, context) => {
    await write(page, 4);
    await context.setOffline(true);
    await text(page).press("Control+End");
    await page.keyboard.type(" The lights went.");
    await expect(page.getByText(/^No network since /)).toBeVisible();
  },
  torn: tear,
  beside: async (page, context) => {
    await tear(page, context);
    await press(page, "Show side by side");
    await expect(page.getByRole("dialog", { name: "Both changed the same words" })).toBeVisible();
  },
  publish: async (page) => {
    await write(page, 4);
    await press(page, "Publish…");
  },
  "history-empty": async (page) => {
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByRole("heading", { name: "No save points yet" })).toBeVisible();
  },
  history: keepTwo,
  compare: async (page, context) => {
    await keepTwo(page, context);
    await page.getByRole("link", { name: "Back to the chapter" }).click();
    await text(page).getByText("The harbour lay").first().click();
    await page.keyboard.press("Home");
    await page.keyboard.type("Once ");
    await text(page).press("Control+End");
    await page.keyboard.press("Control+Backspace");
    await expect(truth(page)).toHaveText(isSent);
    await page.getByRole("link", { name: "History" }).click();
    await page.getByRole("link", { name: /Before the cut/ }).click();
    await expect(page.getByRole("insertion").first()).toBeVisible();
  },
  // Whoever was here is gone after it: it comes last.
  ended: async (page, context) => {
    await write(page, 4);
    const other = await context.newPage();
    await other.goto("/status");
    await other.getByRole("button", { name: /your menu$/ }).click();
    await other.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByText(/^You are signed out\./)).toBeVisible();
    await other.close();
  },
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(CHROME_PATH && { executablePath: CHROME_PATH }),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
for (const screen of ["desktop", "phone"] as const) {
  const context = await browser.newContext({
    baseURL: BASE_URL,
    viewport: screens[screen],
    hasTouch: screen === "phone",
    serviceWorkers: "block",
  });
  await signIn(await context.newPage(), "author@muejam.test", "lantern-paper-harbor");
  for (const [name, scene] of Object.entries(scenes).filter(([state]) => state.includes(part))) {
    const page = await context.newPage();
    page.on("dialog", (dialog) => void dialog.accept());
    await beginChapter(page, "The Harbour Master’s Daughter");
    await scene(page, context);
    for (const theme of themes) {
      await page.evaluate((word) => Object.assign(document.documentElement.dataset, { theme: word }), theme);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await page.screenshot({ path: `${folder}/${name}-${screen}-${theme}.png` });
    }
    await context.setOffline(false);
    // Words that are on this device alone would be asked after when somebody signs out.
    if ((await truth(page).count()) > 0) await expect(truth(page)).toHaveText(/^([\d,]+) words? here\1 on the server/);
    await page.close();
    process.stdout.write(`${name} ${screen}\n`);
  }
  await context.close();
}
await browser.close();
