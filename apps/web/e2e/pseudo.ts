import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export const pseudoLocales = ["en-XA", "ar-XB"] as const;
export type PseudoLocale = (typeof pseudoLocales)[number];

const web = join(import.meta.dirname, "..");

/** The app built to speak a language that nobody does; what people load never holds a word of it. */
export function buildIn(locale: PseudoLocale): string {
  const folder = mkdtempSync(join(tmpdir(), `muejam-${locale}-`));
  execFileSync("node_modules/.bin/vite", ["build", "--mode", locale, "--outDir", folder, "--logLevel", "error"], {
    cwd: web,
  });
  return folder;
}

/** From now on the page is that build, over the same server. */
export async function speak(page: Page, folder: string): Promise<void> {
  await page.route(/\/assets\//, (route) =>
    route.fulfill({ path: join(folder, decodeURI(new URL(route.request().url()).pathname)) }),
  );
  await page.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() !== "document") return route.fallback();
      const { "content-security-policy": policy = "" } = (await route.fetch({ maxRedirects: 0 })).headers();
      return route.fulfill({
        path: join(folder, "index.html"),
        headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
      });
    },
  );
}
