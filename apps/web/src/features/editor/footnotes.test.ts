// @vitest-environment jsdom
import { renderHtml } from "@muejam/prose/render-html";
import { validate } from "@muejam/prose/validate";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { openEditor } from "../../test/open-editor.ts";
import { footnotesOf, putFootnote } from "./footnotes.ts";

const story = chapter(paragraph("She counted.", "a000000001"), paragraph("He slept.", "a000000002"));

test("a footnote goes behind what is selected, takes the words that follow, and is left with Enter", () => {
  const { editor, act, caret, type, press, read } = openEditor(story);
  caret(5, 12);
  act(putFootnote);
  type("By heart.");
  press("Enter");
  type(" Twice");
  expect(validate(read()).ok).toBe(true);
  expect(renderHtml(read()).replace(/b-(?!a0)\w+|r-\w+/g, "x")).toContain(
    `<p id="b-a000000001">She counted<sup><a id="x" href="#x" role="doc-noteref">1</a></sup> Twice.</p>`,
  );
  expect(footnotesOf(editor.state.doc).map(({ words }) => words)).toEqual(["By heart."]);
});

test("none stands in another, and none where a chapter has no room for more", () => {
  const { act, caret, read } = openEditor(story);
  caret(4);
  act(putFootnote);
  expect(act(putFootnote)).toBe(false);
  expect(validate(read()).ok).toBe(true);
});

test("the caret never passes hidden words: it goes in, through, and out again", () => {
  const { editor, act, caret, type, press } = openEditor(story);
  const where = () => [editor.state.selection.$from.parent.type.name, editor.state.selection.from];
  caret(4);
  act(putFootnote);
  type("ab");
  press("Escape");
  expect(where()).toEqual(["paragraph", 8]);
  press("ArrowLeft");
  expect(where()).toEqual(["footnote", 7]);
  press("ArrowRight");
  expect(where()).toEqual(["paragraph", 8]);
  caret(5);
  press("ArrowLeft");
  expect(where()).toEqual(["paragraph", 4]);
  press("ArrowRight");
  expect(where()).toEqual(["footnote", 5]);
});

test("Backspace goes into a footnote that has words, and takes away one that has none", () => {
  const { act, caret, type, press, read } = openEditor(story);
  caret(4);
  act(putFootnote);
  type("a");
  press("Enter");
  press("Backspace");
  expect(read()).not.toEqual(story);
  act(({ tr, selection }, dispatch) => (dispatch?.(tr.delete(selection.from - 1, selection.from)), true));
  press("Backspace");
  expect(read()).toEqual(story);
});
