import type { Page } from "@playwright/test";

/** What is narrower or lower than a finger, but for links within a sentence and what cannot be seen. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex='0']";
    const small: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      // A box is as large as its label.
      const isBox = element instanceof HTMLInputElement && /checkbox|radio/.test(element.type);
      const target = isBox ? (element.labels?.[0] ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || width <= 1) continue;
      if (getComputedStyle(target).display === "inline") continue;
      const name = element.getAttribute("aria-label") ?? element.textContent.trim();
      if (Math.min(width, height) < least - 0.5)
        small.push(`${element.localName} "${name.slice(0, 40)}" ${Math.round(width)} × ${Math.round(height)}`);
    }
    return small;
  }, 44);

type Shift = { value: number; startTime: number };

/** From now on, what moves by itself while a page loads is noted. */
export const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: Shift[] = [];
    Reflect.set(window, "shifts", shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(JSON.parse(JSON.stringify(entry)));
    }).observe({ type: "layout-shift", buffered: true });
  });

export async function shiftsOf(page: Page): Promise<Shift[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate((): Shift[] => Reflect.get(window, "shifts"));
}

/** The letters of each line of prose that runs to its end. */
export const lineLengths = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const lengths: number[] = [];
    const range = document.createRange();
    for (const paragraph of document.querySelectorAll('p[id^="b-"]')) {
      const lines = new Map<number, number>();
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (let at = 0; at < (text.textContent ?? "").length; at++) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const line = Math.round(range.getBoundingClientRect().bottom / 8);
          lines.set(line, (lines.get(line) ?? 0) + 1);
        }
      lengths.push(...[...lines.values()].slice(0, -1));
    }
    return lengths.sort((one, other) => one - other);
  });
