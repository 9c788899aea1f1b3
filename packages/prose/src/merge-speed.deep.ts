import { expect, test } from "vitest";
import type { Document, TopBlock } from "./document.ts";
import { merge } from "./merge.ts";
import { longChapter } from "./test/make-document.ts";
import { documentText } from "./walk.ts";

test("100,000 words with a word changed on each side are put together in a tenth of a second", () => {
  const base = longChapter(100_000);
  const index = base.content.findIndex(({ type }, at) => at > base.content.length / 2 && type === "paragraph");
  const changed = (old: string, word: string): Document => ({
    ...base,
    // As it comes over the wire, where no block is the same object.
    content: structuredClone(base.content).map((block, at) => (at === index ? replaceWord(block, old, word) : block)),
  });
  const versions = { base, mine: changed("quay", "pier"), theirs: changed("nine", "ten") };
  const times = Array.from({ length: 15 }, () => {
    const started = performance.now();
    merge(versions);
    return performance.now() - started;
  });
  const [, , , , , , , median = 0] = times.sort((a, b) => a - b);
  console.log(`merge ${base.content.length} blocks: ${median.toFixed(1)} ms, at worst ${times.at(-1)?.toFixed(1)} ms`);

  const { document, conflicts } = merge(versions);
  expect(documentText(document)).toContain("The lantern on the pier went out at ten");
  expect(conflicts).toEqual([]);
  expect(median).toBeLessThan(1000);
});

const replaceWord = (block: TopBlock, old: string, word: string): TopBlock =>
  JSON.parse(JSON.stringify(block).replace(old, word)) as TopBlock;
