// @vitest-environment jsdom
import type { Table } from "@muejam/prose/document";
import { validate } from "@muejam/prose/validate";
import type { Editor } from "@tiptap/core";
import { CellSelection } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { openEditor } from "../../test/open-editor.ts";
import { headsOf, isInTable, putTable, tableActs } from "./tables.ts";

const story = chapter(paragraph("One", "a000000001"));

function withTable() {
  const opened = openEditor(story);
  opened.caret(4);
  opened.act(putTable);
  // safe: the acts of these tests leave the table second.
  const shape = () => (opened.read().content[1] as Table).content.map(({ content }) => content.map(({ type }) => type));
  return { ...opened, shape };
}
const [head, cell] = ["tableHeader", "tableCell"];

test("a table is three by three with a head, the caret in its first cell, and a line after it", () => {
  const { shape, read, type } = withTable();
  expect(shape()).toEqual([
    [head, head, head],
    [cell, cell, cell],
    [cell, cell, cell],
  ]);
  type("Lamp");
  expect(JSON.stringify(read().content[1])).toMatch(/tableHeader[^[]*\[[^[]*\[[^[]*"Lamp"/);
  expect(read().content.map(({ type: kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
  expect(validate(read()).ok).toBe(true);
});

test("rows and columns come and go, and the last takes the table along", () => {
  const { act, shape, read } = withTable();
  act(tableActs.rowAfter);
  act(tableActs.columnBefore);
  expect(shape().map((row) => row.length)).toEqual([4, 4, 4, 4]);
  act(tableActs.rowGone);
  act(tableActs.columnGone);
  act(tableActs.columnGone);
  act(tableActs.columnGone);
  expect(shape().map((row) => row.length)).toEqual([1, 1, 1]);
  expect(validate(read()).ok).toBe(true);
  act(tableActs.columnGone);
  expect(read().content.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
});

test("the first row and the first column are heads or not", () => {
  const { editor, act } = withTable();
  expect(headsOf(editor.state)).toEqual({ row: true, column: false });
  act(tableActs.headColumn);
  act(tableActs.headRow);
  expect(headsOf(editor.state)).toEqual({ row: false, column: true });
});

test("Tab goes from cell to cell and adds a row after the last; Shift-Tab goes back", () => {
  const { editor, type, press, shape } = withTable();
  for (let tab = 0; tab < 9; tab += 1) press("Tab");
  expect(shape()).toHaveLength(4);
  press("Tab", { shiftKey: true });
  type("Last of the third");
  expect(isInTable(editor.state)).toBe(true);
  expect(editor.state.selection.$from.node(-2).lastChild?.textContent).toBe("Last of the third");
});

test("cells are merged and split: their words stay, in their order, and every row keeps a cell", () => {
  const { editor, act, caret, type, press, read, shape } = withTable();
  expect(act(tableActs.merge)).toBe(false);
  expect(act(tableActs.split)).toBe(false);
  type("Lamp");
  press("Tab");
  type("Oil");
  const cells = cellsIn(editor);
  select(editor, [cells[0], cells[4]]);
  expect(act(tableActs.merge)).toBe(true);
  expect(shape()).toEqual([[head, head], [cell], [cell, cell, cell]]);
  expect(read().content[1]).toMatchObject({
    content: [{ content: [{ attrs: { colspan: 2, rowspan: 2 }, content: [words("Lamp"), words("Oil")] }, {}] }, {}, {}],
  });
  expect(validate(read()).ok).toBe(true);
  caret((cells[0] ?? 0) + 2);
  expect(act(tableActs.split)).toBe(true);
  expect(shape().map((row) => row.length)).toEqual([3, 3, 3]);
  expect(validate(read()).ok).toBe(true);
});

test("rows that would have no cell of their own any more are not merged", () => {
  const { editor, act, shape } = withTable();
  const cells = cellsIn(editor);
  select(editor, [cells[3], cells[8]]);
  expect(act(tableActs.merge)).toBe(false);
  select(editor, [cells[3], cells[5]]);
  expect(act(tableActs.merge)).toBe(true);
  expect(shape().map((row) => row.length)).toEqual([3, 1, 3]);
});

test("cells are selected by keys alone", () => {
  const { editor, act, press, shape } = withTable();
  editor.view.endOfTextblock = () => true;
  press("ArrowRight", { shiftKey: true });
  press("ArrowRight", { shiftKey: true });
  expect(act(tableActs.merge)).toBe(true);
  expect(shape()[0]).toHaveLength(1);
});

test("no table grows past what the document allows", () => {
  const { act, shape } = withTable();
  for (let column = 3; column < 50; column += 1) act(tableActs.columnAfter);
  expect(act(tableActs.columnAfter)).toBe(false);
  expect(shape()[0]).toHaveLength(50);
});

const words = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

function cellsIn({ state }: Editor): number[] {
  const found: number[] = [];
  state.doc.descendants((node, position) => {
    if (node.type.spec["tableRole"]?.endsWith("cell")) found.push(position);
  });
  return found;
}

function select({ state, view }: Editor, [first = 0, last = 0]: (number | undefined)[]): void {
  view.dispatch(state.tr.setSelection(CellSelection.create(state.doc, first, last)));
}
