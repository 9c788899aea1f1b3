import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { everyPage } from "./library.ts";
import { screens, themes } from "./routes.ts";

/** Every route on every screen in every theme, and from right to left, to be looked at: `node apps/web/e2e/contact-sheet.ts [folder]`. */
const { BASE_URL = "http://127.0.0.1:3000", CHROME_PATH, MUEJAM_HOME = ".muejam" } = process.env;
const folder = process.argv[2] ?? `${MUEJAM_HOME}/contact-sheet`;
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  ...(CHROME_PATH && { executablePath: CHROME_PATH }),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
const { request } = await browser.newContext({ baseURL: BASE_URL });
const paths = await everyPage(request);
const looks = [...themes.map((theme) => ({ theme, dir: "ltr" })), { theme: "paper", dir: "rtl" } as const];

for (const [screen, viewport] of Object.entries(screens)) {
  for (const { theme, dir } of looks) {
    const page = await browser.newPage({ viewport, baseURL: BASE_URL, deviceScaleFactor: screen === "phone" ? 2 : 1 });
    await page.addInitScript(
      ([kept, way]) => {
        localStorage.setItem("muejam:theme", kept);
        document.addEventListener("DOMContentLoaded", () => document.documentElement.setAttribute("dir", way));
      },
      [theme, dir] as const,
    );
    for (const route of paths) {
      await page.goto(route);
      await page.getByRole("heading", { level: 1 }).filter({ hasText: /./ }).waitFor();
      await page.waitForLoadState("networkidle");
      await page.screenshot({
        path: `${folder}/${nameOf(route)}-${screen}-${theme}-${dir}.png`,
        fullPage: route === "/status",
      });
    }
    await page.close();
  }
}
await browser.close();

/** An address as the name of a file. */
function nameOf(path: string): string {
  return decodeURI(path).slice(1).replaceAll("/", "_") || "home";
}
