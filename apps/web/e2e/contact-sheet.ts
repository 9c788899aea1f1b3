import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { everyPage, writersPages } from "./library.ts";
import { signIn } from "./member.ts";
import { buildIn, pseudoLocales, speak } from "./pseudo.ts";
import { routes, screens } from "./routes.ts";

/**
 * Every route on every screen, light and dark and in both languages that nobody speaks, as a visitor and as a member,
 * to be looked at: `node apps/web/e2e/contact-sheet.ts [folder] [part of a route]` makes a sheet for each route.
 */
const { BASE_URL = "http://127.0.0.1:3000", CHROME_PATH, MUEJAM_HOME = ".muejam" } = process.env;
const [folder = `${MUEJAM_HOME}/contact-sheet`, part = ""] = process.argv.slice(2);

const looks = [
  { name: "light", theme: "paper", build: null },
  { name: "dark", theme: "dark", build: null },
  ...pseudoLocales.map((locale) => ({ name: locale, theme: "paper", build: buildIn(locale) })),
];
type Look = (typeof looks)[number];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(CHROME_PATH && { executablePath: CHROME_PATH }),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
// A worker would answer with the words of the real build.
const place = { baseURL: BASE_URL, serviceWorkers: "block" } as const;
const visitor = await browser.newContext(place);
const paths = await everyPage(visitor.request);
const member = await browser.newContext(place);
const home = await member.newPage();
await signIn(home, "author@muejam.test", "lantern-paper-harbor");
const settings = routes.filter((route) => /^\/settings.?\//.test(route));
const own = [...new Set([...paths, ...settings, ...(await writersPages(home))])];
await home.close();

for (const [who, context, all] of [
  ["visitor", visitor, paths],
  ["member", member, own],
] as const)
  for (const path of all.filter((one) => one.includes(part))) {
    const name = `${nameOf(path)}-${who}`;
    if (await leadsElsewhere(context, path)) continue;
    for (const [screen, viewport] of Object.entries(screens))
      for (const look of looks) {
        const page = await context.newPage();
        await page.setViewportSize(viewport);
        await dress(page, look);
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).filter({ hasText: /./ }).waitFor({ timeout: 15_000 });
        await page.waitForFunction(isStill);
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `${folder}/${name}-${screen}-${look.name}.png` });
        await page.close();
      }
    await assemble(browser, name);
    process.stdout.write(`${name}\n`);
  }
await browser.close();
for (const { build } of looks) if (build) rmSync(build, { recursive: true });

/** Nothing more is waited for. */
function isStill(): boolean {
  return (
    document.querySelector(
      ":is(.skeleton, [data-member] [data-settled=false], main [aria-busy=true]:not(button)):not([data-sample] *)",
    ) === null
  );
}

/** To a door that has a sheet of its own. */
async function leadsElsewhere(context: BrowserContext, path: string): Promise<boolean> {
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).filter({ hasText: /./ }).waitFor({ timeout: 15_000 });
  const end = new URL(page.url()).pathname;
  await page.close();
  return end !== new URL(path, BASE_URL).pathname;
}

async function dress(page: Page, { theme, build }: Look): Promise<void> {
  await page.addInitScript((kept) => localStorage.setItem("muejam:theme", kept), theme);
  if (build) await speak(page, build);
}

/** All looks of one route on one sheet: a page to open, and its picture. */
async function assemble(maker: Browser, name: string): Promise<void> {
  const figures = Object.entries(screens).map(([screen, { width }]) => {
    const shots = looks.map(
      (look) => `<figure><figcaption>${look.name}</figcaption><img src="${name}-${screen}-${look.name}.png"></figure>`,
    );
    return `<section data-width="${width}">${shots.join("")}</section>`;
  });
  const style =
    "body{margin:16px;background:#888;font:14px sans-serif}section{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;margin-bottom:16px}figure{margin:0}img{width:100%}";
  const file = `${folder}/${name}.html`;
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${style}</style>${figures.join("")}`,
  );
  const sheet = await maker.newPage({ viewport: { width: 1800, height: 1000 } });
  await sheet.goto(new URL(file, `file://${process.cwd()}/`).href);
  await sheet.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  await sheet.close();
}

/** An address as the name of a file. */
function nameOf(path: string): string {
  return decodeURI(path).slice(1).replaceAll(/[/?=]/g, "_") || "home";
}
