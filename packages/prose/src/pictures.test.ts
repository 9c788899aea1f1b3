import { expect, test } from "vitest";
import type { Figure, Quote } from "./document.ts";
import { picturesIn } from "./pictures.ts";
import { attrs, chapter, paragraph } from "./test/make-document.ts";

const figure = (n: number, media: string): Figure => ({
  type: "figure",
  attrs: { ...attrs(n), media, alt: "A lamp", width: null, height: null },
});
const quote = (n: number, ...content: Quote["content"]): Quote => ({ type: "blockquote", attrs: attrs(n), content });

test("pictures are found however deep they stand, in their order, each as often as it is there", () => {
  const { content } = chapter(figure(1, "a"), paragraph(2, "x"), quote(3, quote(4, figure(5, "b"))), figure(6, "a"));
  expect([...picturesIn(content)]).toEqual([
    { id: "a000000001", media: "a" },
    { id: "a000000005", media: "b" },
    { id: "a000000006", media: "a" },
  ]);
});
