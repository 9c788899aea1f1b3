import { expect, test } from "vitest";
import { hashJson } from "./hash.ts";
import { parseHtml } from "./parse-html.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import { sanitise } from "./sanitise.ts";
import { longChapter } from "./test/make-document.ts";
import { validate } from "./validate.ts";
import { countDocument } from "./words.ts";

const rounds = 15;

test("100,000 words are rendered within a tenth of a second, and within a few times of merely writing them as JSON", async () => {
  const document = longChapter(100_000);
  const work: Record<string, () => unknown> = {
    stringify: () => JSON.stringify(document),
    "render HTML": () => renderHtml(document),
    "render text": () => renderText(document),
    validate: () => validate(document),
    sanitise: () => sanitise(document),
    "parse HTML": () => parseHtml(html),
    "count words": () => countDocument(document, "en"),
    hash: () => hashJson(document),
  };
  const html = renderHtml(document);
  const figures: Record<string, number> = {};
  for (const [name, run] of Object.entries(work)) figures[name] = await median(run);
  const { words } = countDocument(document, "en");
  const lines = Object.entries(figures).map(([name, ms]) => `${name.padEnd(12)} ${ms.toFixed(1).padStart(7)} ms`);
  console.log(
    [`${words} words, ${document.content.length} blocks, ${html.length} characters of HTML`, ...lines].join("\n"),
  );

  expect(words).toBeGreaterThanOrEqual(100_000);
  expect(figures["render HTML"]).toBeLessThanOrEqual(100);
  expect((figures["render HTML"] ?? 0) / (figures["stringify"] ?? 1)).toBeLessThan(20);
});

/** The first rounds warm the code up; the median is what a busy machine disturbs least. */
async function median(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times.slice(3).sort((a, b) => a - b)[Math.floor((rounds - 3) / 2)] ?? 0;
}
