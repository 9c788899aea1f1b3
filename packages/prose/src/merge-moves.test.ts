import { expect, test } from "vitest";
import type { Flow, TopBlock } from "./document.ts";
import { merge } from "./merge.ts";
import { renderText } from "./render-text.ts";
import { mustBeValid } from "./test/arbitrary-document.ts";
import { attrs, chapter, paragraph } from "./test/make-document.ts";

const quote = (n: number, ...content: Flow[]): TopBlock => ({ type: "blockquote", attrs: attrs(n), content });
const one = paragraph(1, "One.");
const last = paragraph(9, "Last.");

test.each<[string, TopBlock[], TopBlock[], TopBlock[], string]>([
  [
    "put into a quote by one, rewritten by the other",
    [one, last],
    [quote(5, one), last],
    [paragraph(1, "One and two."), last],
    "> One and two.\n\nLast.",
  ],
  [
    "put into a quote and rewritten by one, added to by the other",
    [paragraph(1, "One two three."), last],
    [quote(5, paragraph(1, "Once two three.")), last],
    [paragraph(1, "One two three four."), last],
    "> Once two three four.\n\nLast.",
  ],
  [
    "taken out of a quote by one, rewritten by the other",
    [quote(5, one, paragraph(2, "Two.")), last],
    [one, paragraph(2, "Two."), last],
    [quote(5, paragraph(1, "One!"), paragraph(2, "Two.")), last],
    "One!\n\nTwo.\n\nLast.",
  ],
  [
    "put into two quotes",
    [one, last],
    [quote(5, one), last],
    [quote(6, paragraph(1, "One!")), last],
    "> One!\n\nLast.",
  ],
  [
    "put into a quote by one, made a heading by the other",
    [one, last],
    [quote(5, one), last],
    [{ type: "heading", attrs: { ...attrs(1), level: 2 }, content: [{ type: "text", text: "One!" }] }, last],
    "> One!\n\nLast.",
  ],
])("a block %s stands there once", (_, base, mine, theirs, expected) => {
  for (const [here, there] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    const { document } = merge({ base: chapter(...base), mine: chapter(...here), theirs: chapter(...there) });
    expect(renderText(mustBeValid(document))).toBe(expected);
  }
});

test("two quotes that were put into each other lose nothing", () => {
  const [a, b] = [paragraph(1, "A."), paragraph(2, "B.")];
  const { document } = merge({
    base: chapter(quote(5, a), quote(6, b)),
    mine: chapter(quote(6, b, quote(5, a) as Flow)),
    theirs: chapter(quote(5, a, quote(6, b) as Flow)),
  });
  expect(renderText(mustBeValid(document))).toMatch(/A\.[^]*B\.|B\.[^]*A\./);
});
