import { expect, test } from "vitest";
import { readManuscript } from "./manuscript.ts";

test("a manuscript becomes a document with its notes apart", () => {
  const { document, ...rest } = readManuscript(
    "# The Wedge\n\n[before] Thanks.\n\nOne *two* **three**.\n\n***\n\n## Later\n\n> Said he,\n> and she.\n\n> Again.\n\n- salt\n- kola\n\n[after] More soon.\n",
  );
  expect(rest).toEqual({ title: "The Wedge", noteBefore: "Thanks.", noteAfter: "More soon." });
  expect(document.content.map(({ type }) => type)).toEqual([
    "paragraph",
    "sceneBreak",
    "heading",
    "blockquote",
    "bulletList",
  ]);
  expect(document.content[0]).toMatchObject({
    content: [
      { text: "One " },
      { text: "two", marks: [{ type: "emphasis" }] },
      { text: " " },
      { text: "three", marks: [{ type: "strong" }] },
      { text: "." },
    ],
  });
  expect(document.content[3]).toMatchObject({ content: [{}, {}, {}] });
});

test("a picture stands where it is named, with what it shows and its caption", () => {
  const { document } = readManuscript("# Night\n\nWords.\n\n![A lamp, lit](lamp.svg) The *quay*.\n");
  expect(document.content[1]).toMatchObject({
    type: "figure",
    attrs: { media: "lamp.svg", alt: "A lamp, lit", width: null, height: null },
    content: [{ text: "The " }, { text: "quay" }, { text: "." }],
  });
});
