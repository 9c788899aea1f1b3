import type { Document } from "@muejam/prose/document";
import { merge } from "@muejam/prose/merge";
import { documentText } from "@muejam/prose/walk";
import { history, undo } from "@tiptap/pm/history";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { documentOf, makeEditor } from "./document-editor.ts";
import { canChoose, keepReading, markReadings, readings, showReadings } from "./readings.ts";

const [one, two] = ["a000000001", "a000000002"];
const base = chapter(paragraph("The cat sat.", one), paragraph("Rain.", two));

/** An editor that shows what came of two changes, with both readings marked. */
function open(mine: Document, theirs: Document) {
  const { document, conflicts } = merge({ base, mine, theirs });
  const editor = makeEditor(document, { element: null });
  editor.registerPlugin(history());
  editor.registerPlugin(readings);
  markReadings(editor, conflicts);
  const [conflict] = conflicts;
  if (!conflict) throw new Error("Both changed the same words.");
  return { editor, conflict, text: () => documentText(documentOf(editor)) };
}

const withFirst = (text: string) => chapter(paragraph(text, one), paragraph("Rain.", two));
const torn = () => open(withFirst("The dog sat."), withFirst("The fox sat."));

test.each([
  ["mine", "The dog sat.\nRain."],
  ["theirs", "The fox sat.\nRain."],
] as const)("keeping %s takes the other reading away, and undoing brings it back", (side, expected) => {
  const { editor, conflict, text } = torn();
  expect(text()).toBe("The dog fox sat.\nRain.");
  keepReading(editor, conflict, side);
  expect(text()).toBe(expected);
  undo(editor.state, editor.view.dispatch);
  expect(text()).toBe("The dog fox sat.\nRain.");
});

test("readings are found again whatever is written before and between them", () => {
  const { editor, conflict, text } = torn();
  editor.view.dispatch(editor.state.tr.insertText("Look: ", 1));
  editor.view.dispatch(editor.state.tr.insertText(" or", text().indexOf(" fox") + 1));
  expect(text()).toBe("Look: The dog or fox sat.\nRain.");
  keepReading(editor, conflict, "mine");
  expect(text()).toBe("Look: The dog or sat.\nRain.");
});

test("a block does not begin with the space between its readings", () => {
  const { editor, conflict, text } = open(withFirst("Dogs sat."), withFirst("Foxes sat."));
  expect(text()).toBe("Dogs Foxes sat.\nRain.");
  keepReading(editor, conflict, "theirs");
  expect(text()).toBe("Foxes sat.\nRain.");
});

test("a block that was taken away here and changed elsewhere can be taken away again, or left", () => {
  const mine = chapter(paragraph("Rain.", two));
  const { editor, conflict, text } = open(mine, withFirst("The fox sat."));
  keepReading(editor, conflict, "theirs");
  expect(text()).toBe("The fox sat.\nRain.");
  keepReading(editor, conflict, "mine");
  expect(text()).toBe("Rain.");
});

test("showing a place selects both readings, and what was settled is marked no longer", () => {
  const { editor, conflict } = torn();
  showReadings(editor, conflict);
  const { from, to } = editor.state.selection;
  expect(editor.state.doc.textBetween(from, to)).toBe(" dog fox");
  markReadings(editor, []);
  expect(canChoose(editor, conflict)).toBe(false);
  showReadings(editor, conflict);
  expect(editor.state.selection.$from.parent.attrs["id"]).toBe(one);
});

test("a reading that somebody has taken out by hand is no more to be chosen", () => {
  const { editor, conflict, text } = torn();
  expect(canChoose(editor, conflict)).toBe(true);
  const from = text().indexOf(" fox") + 1;
  editor.view.dispatch(editor.state.tr.delete(from, from + 4));
  expect(canChoose(editor, conflict)).toBe(false);
});
