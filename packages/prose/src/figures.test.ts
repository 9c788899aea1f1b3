import { expect, test } from "vitest";
import type { Figure } from "./document.ts";
import { figuresIn } from "./figures.ts";
import { attrs, chapter, paragraph } from "./test/make-document.ts";

const figure = (id: number): Figure => ({
  type: "figure",
  attrs: { ...attrs(id), media: `lamp-${id}`, alt: null, width: null, height: null },
});

test("pictures are found in reading order, those in quotes and lists among them", () => {
  const document = chapter(
    figure(1),
    { type: "blockquote", attrs: attrs(2), content: [paragraph(3, "x"), figure(4)] },
    {
      type: "bulletList",
      attrs: attrs(5),
      content: [{ type: "listItem", content: [paragraph(6, "y"), figure(7)] }],
    },
  );
  expect(Array.from(figuresIn(document), ({ attrs: { media } }) => media)).toEqual(["lamp-1", "lamp-4", "lamp-7"]);
});
