// @vitest-environment jsdom
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { openEditor } from "../../test/open-editor.ts";
import { goToStart } from "./move-focus.ts";

test("what is typed right after going to the text is the text's", () => {
  const { editor, caret } = openEditor(chapter(paragraph("One two", "a000000001")));
  document.body.append(editor.options.element as HTMLElement);
  caret(4);
  goToStart(editor);
  expect(document.activeElement).toBe(editor.view.dom);
  expect(editor.state.selection.from).toBe(1);
});
