import { rmSync } from "node:fs";
import { everyPage, writersPages } from "./library.ts";
import { signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";
import { buildIn, pseudoLocales, speak } from "./pseudo.ts";
import { noteContent } from "./shown-words.ts";

for (const locale of pseudoLocales)
  test(`every page speaks the language of its build and fits the narrowest screen, ${locale}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(400_000);
    const folder = buildIn(locale);
    await page.setViewportSize({ width: 320, height: 640 });
    const englishOn = noteContent(page);
    const faults: [string, unknown][] = [];
    const look = async (paths: readonly string[]) => {
      for (const path of paths) {
        await open(page, path);
        const english = await englishOn(page);
        if (english.length > 0) faults.push([path, english]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (sideways > 0) faults.push([path, `${sideways} px too wide`]);
      }
    };
    // What is shown at /kit are the names that the code has for colours and sizes.
    const paths = (await everyPage(request)).filter((path) => path !== "/kit");
    await speak(page, folder);
    await look(paths);

    await page.unrouteAll();
    await signIn(page, "author@muejam.test", "lantern-paper-harbor");
    const own = await writersPages(page);
    await speak(page, folder);
    await look([...new Set([...paths, ...own])]);
    rmSync(folder, { recursive: true });
    expect(faults).toEqual([]);
  });
