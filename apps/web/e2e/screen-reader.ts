import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const source = "/assets/screen-reader.js";

/** What a screen reader says of a part of the page, from its beginning to its end. It comes from the page's own host, as the policy asks. */
export async function hear(page: Page, part: string): Promise<string[]> {
  await bring(page);
  return page.evaluate(
    async ([from, container]) => {
      const { virtual } = await import(from);
      await virtual.start({ container: document.querySelector(container) });
      const [first] = await virtual.spokenPhraseLog();
      // At its end it begins again.
      for (let said = 0; said < 400; said++) {
        await virtual.next();
        if (said > 1 && (await virtual.lastSpokenPhrase()) === first) break;
      }
      const heard: string[] = await virtual.spokenPhraseLog();
      await virtual.stop();
      return heard;
    },
    [source, part] as const,
  );
}

/** Goes on through a part of the page until this is said, and does it. */
export async function act(page: Page, part: string, wanted: string): Promise<void> {
  await bring(page);
  await page.evaluate(
    async ([from, container, phrase]) => {
      const { virtual } = await import(from);
      await virtual.start({ container: document.querySelector(container) });
      for (let said = 0; (await virtual.lastSpokenPhrase()) !== phrase; said++) {
        if (said > 400) throw new Error(`Nobody said "${phrase}": ${(await virtual.spokenPhraseLog()).join("\n")}`);
        await virtual.next();
      }
      await virtual.act();
      await virtual.stop();
    },
    [source, part, wanted] as const,
  );
}

/** What is said by itself, wherever one is, until `act` is over. */
export async function overhear(page: Page, act: () => Promise<void>): Promise<string[]> {
  await bring(page);
  await page.evaluate(async (from) => {
    const { virtual } = await import(from);
    await virtual.start({ container: document.body });
  }, source);
  await act();
  return page.evaluate(async (from) => {
    const { virtual } = await import(from);
    const heard: string[] = await virtual.spokenPhraseLog();
    await virtual.stop();
    return heard.filter((said) => /^(polite|assertive): /.test(said));
  }, source);
}

async function bring(page: Page): Promise<void> {
  const path = fileURLToPath(import.meta.resolve("@guidepup/virtual-screen-reader/browser.js"));
  await page.route(`**${source}`, (route) => route.fulfill({ path }));
}
