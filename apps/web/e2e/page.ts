import { randomInt } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";

/** Every journey also proves that the page kept to the content security policy and threw nothing. */
export const test = base.extend<{ faults: string[] }>({
  // Each from an address of its own, as the proxy in front would say: limits count sign-ins by address.
  extraHTTPHeaders: async ({ extraHTTPHeaders }, give) => {
    const [b, c, d] = [randomInt(256), randomInt(256), randomInt(1, 255)];
    await give({ ...extraHTTPHeaders, "x-forwarded-for": `10.${b}.${c}.${d}` });
  },
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      await noteFaults(page, faults);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** For the page of somebody else in the same journey. */
export async function noteFaults(page: Page, faults: string[]): Promise<void> {
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => {
    if (/content security policy/i.test(line.text())) faults.push(line.text());
  });
  await page.exposeFunction("noteViolation", (directive: string) => void faults.push(`policy: ${directive}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      Reflect.apply(Reflect.get(window, "noteViolation"), null, [`${violatedDirective} ${blockedURI}`]),
    );
  });
}

/** The page as soon as its data has come, whatever that says. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  await expect(page.locator(".skeleton:not([data-sample] *)")).toHaveCount(0);
}

/** The page has come as a whole and answers for itself: only then does it ask which build is served. */
export const isWhole = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/build.json")));

export const choose = (page: Page, theme: string) =>
  page.addInitScript((kept) => localStorage.setItem("muejam:theme", kept), theme);
