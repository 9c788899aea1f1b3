// @vitest-environment jsdom
import type { Document } from "@muejam/prose/document";
import { AllSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { openEditor } from "../../test/open-editor.ts";
import { ownOf, setOfBlocks } from "./block-acts.ts";
import { selectPicture } from "./pictures/picture-acts.ts";

const bare = { dir: null, lang: null };
const quoted = chapter(paragraph("Before", "a000000001"), {
  type: "blockquote",
  attrs: { id: "a000000002", ...bare },
  // safe: a quote holds paragraphs.
  content: [paragraph("One", "a000000003"), paragraph("Two", "a000000004")] as never,
});

const directions = (document: Document) =>
  [...JSON.stringify(document).matchAll(/"id":"a00000000(\d)","dir":(null|"rtl")/g)].map(
    ([, id, dir]) => `${id} ${dir}`,
  );

test("a direction is that of the block at the caret, and of a quote when all of it is meant", () => {
  const { act, caret, read } = openEditor(quoted);
  caret(11);
  act(setOfBlocks({ dir: "rtl" }));
  expect(directions(read())).toEqual(["1 null", "2 null", '3 "rtl"', "4 null"]);
  caret(11, 16);
  act(setOfBlocks({ dir: "rtl" }));
  expect(directions(read())).toEqual(["1 null", '2 "rtl"', '3 "rtl"', '4 "rtl"']);
  act(setOfBlocks({ dir: null }));
  expect(read()).toEqual(quoted);
});

test("a language is told of the block at the caret", () => {
  const { editor, act, caret } = openEditor(quoted);
  caret(2);
  act(setOfBlocks({ lang: "ga" }));
  expect(ownOf(editor.state)).toEqual({ dir: null, lang: "ga" });
  caret(11);
  expect(ownOf(editor.state)).toEqual(bare);
});

const figure = { id: "a000000002", ...bare, media: "here-1", alt: null, width: null, height: null };
const withPicture = chapter(
  paragraph("Before", "a000000001"),
  { type: "figure", attrs: figure },
  paragraph("After", "a000000003"),
);

test("a selected picture says what it is of itself, and alone is turned", () => {
  const { editor, act, read } = openEditor(withPicture);
  act(selectPicture(8));
  expect(ownOf(editor.state)).toEqual(bare);
  act(setOfBlocks({ dir: "rtl" }));
  expect(directions(read())).toEqual(["1 null", '2 "rtl"', "3 null"]);
  expect(ownOf(editor.state)).toEqual({ dir: "rtl", lang: null });
});

test("where all is selected all is turned", () => {
  const { editor, act, read } = openEditor(withPicture);
  act((state, dispatch) => {
    dispatch?.(state.tr.setSelection(new AllSelection(state.doc)));
    return true;
  });
  expect(ownOf(editor.state)).toEqual(bare);
  act(setOfBlocks({ dir: "rtl" }));
  expect(directions(read())).toEqual(['1 "rtl"', '2 "rtl"', '3 "rtl"']);
});
