import { expect, test } from "vitest";
import type { Document, Flow, Table, TopBlock } from "./document.ts";
import { merge } from "./merge.ts";
import { renderText } from "./render-text.ts";
import { mustBeValid } from "./test/arbitrary-document.ts";
import { attrs, chapter, paragraph } from "./test/make-document.ts";

const quote = (...content: Flow[]): TopBlock => ({ type: "blockquote", attrs: attrs(90), content });
const list = (...ns: [number, string][]): TopBlock => ({
  type: "bulletList",
  attrs: attrs(91),
  content: ns.map(([n, text]) => ({ type: "listItem", content: [paragraph(n, text)] })),
});
const table = (...rows: [number, string][][]): Table => ({
  type: "table",
  attrs: attrs(92),
  content: rows.map((cells) => ({
    type: "tableRow",
    content: cells.map(([n, text]) => ({
      type: "tableCell",
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(n, text)],
    })),
  })),
});
const heading = (level: 2 | 3 | 4, text: string, lang: string | null = null): TopBlock => ({
  ...paragraph(1, text),
  type: "heading",
  attrs: { ...attrs(1, { lang }), level },
});
const picture = (alt: string, media = "lamp"): TopBlock => ({
  type: "figure",
  attrs: { ...attrs(1), media, alt, width: null, height: null },
});

const mergeOne = (base: TopBlock, mine: TopBlock, theirs: TopBlock) => {
  const { document, conflicts } = merge({ base: chapter(base), mine: chapter(mine), theirs: chapter(theirs) });
  return { content: mustBeValid(document).content, text: renderText(document), conflicts };
};

test.each<[string, TopBlock, TopBlock, TopBlock, TopBlock[]]>([
  [
    "level and language of a heading",
    heading(2, "I", "en"),
    heading(3, "I", "en"),
    heading(2, "I", "fr"),
    [heading(3, "I", "fr")],
  ],
  [
    "a paragraph into a heading, and its words",
    paragraph(1, "I"),
    heading(2, "I"),
    paragraph(1, "I am"),
    [heading(2, "I am")],
  ],
  [
    "blocks in a quote",
    quote(paragraph(1, "a"), paragraph(2, "b")),
    quote(paragraph(1, "A"), paragraph(2, "b")),
    quote(paragraph(1, "a"), paragraph(2, "b"), paragraph(3, "c")),
    [quote(paragraph(1, "A"), paragraph(2, "b"), paragraph(3, "c"))],
  ],
  [
    "items of a list",
    list([1, "a"], [2, "b"]),
    list([2, "b"], [3, "c"]),
    list([1, "a"], [2, "b b"]),
    [list([2, "b b"], [3, "c"])],
  ],
  [
    "cells of a table",
    table([
      [1, "a"],
      [2, "b"],
    ]),
    table(
      [
        [1, "A"],
        [2, "b"],
      ],
      [
        [3, "c"],
        [4, "d"],
      ],
    ),
    table([
      [1, "a"],
      [2, "B"],
    ]),
    [
      table(
        [
          [1, "A"],
          [2, "B"],
        ],
        [
          [3, "c"],
          [4, "d"],
        ],
      ),
    ],
  ],
  [
    "a column and a row",
    table([[1, "a"]], [[2, "b"]]),
    table(
      [
        [1, "a"],
        [3, "c"],
      ],
      [
        [2, "b"],
        [4, "d"],
      ],
    ),
    table([[1, "A"]], [[2, "b"]]),
    [
      table(
        [
          [1, "A"],
          [3, "c"],
        ],
        [
          [2, "b"],
          [4, "d"],
        ],
      ),
    ],
  ],
  [
    "a picture's description and its caption",
    picture("A lamp"),
    picture("A lit lamp"),
    { ...picture("A lamp"), content: [{ type: "text", text: "The quay" }] } as TopBlock,
    [{ ...picture("A lit lamp"), content: [{ type: "text", text: "The quay" }] } as TopBlock],
  ],
])("changes of %s are put together", (_, base, mine, theirs, expected) => {
  expect(mergeOne(base, mine, theirs)).toMatchObject({ content: expected, conflicts: [] });
});

test("a table that would no longer be one stands there twice", () => {
  const base = table([[1, "a"]], [[2, "b"]]);
  const wider = table(
    [
      [1, "a"],
      [3, "c"],
    ],
    [
      [2, "b"],
      [4, "d"],
    ],
  );
  const longer = table([[1, "a"]], [[2, "b"]], [[5, "e"]]);
  const { content, text, conflicts } = mergeOne(base, wider, longer);
  expect(text).toBe("a | c\nb | d\n\na\nb\ne");
  expect(content[0]?.attrs.id).toBe(base.attrs.id);
  expect(conflicts).toEqual([
    {
      mine: { block: content[0]?.attrs.id, span: null, text: "a c b d" },
      theirs: { block: content[1]?.attrs.id, span: null, text: "a b e" },
    },
  ]);
});

test("a picture that both described stands there twice, under the same names wherever it is merged", () => {
  const one = mergeOne(picture("A lamp"), picture("A lit lamp"), picture("A dark lamp"));
  const two = mergeOne(picture("A lamp"), picture("A dark lamp"), picture("A lit lamp"));
  expect(one.text).toBe("[A dark lamp]\n\n[A lit lamp]");
  expect(two.content).toEqual(one.content);
});

test("a block that one side removed and the other changed stays, and is told", () => {
  const base = chapter(paragraph(1, "One."), paragraph(2, "Two."));
  const mine = chapter(paragraph(1, "One."));
  const theirs: Document = chapter(paragraph(1, "One."), paragraph(2, "Two and a half."));
  expect(merge({ base, mine, theirs })).toEqual({
    document: theirs,
    conflicts: [
      {
        mine: { block: attrs(2).id, span: null, text: "" },
        theirs: { block: attrs(2).id, span: null, text: "Two and a half." },
      },
    ],
  });
});
