// @vitest-environment jsdom
import type { Table } from "@muejam/prose/document";
import { validate } from "@muejam/prose/validate";
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

test("no table grows past what the document allows", () => {
  const { act, shape } = withTable();
  for (let column = 3; column < 50; column += 1) act(tableActs.columnAfter);
  expect(act(tableActs.columnAfter)).toBe(false);
  expect(shape()[0]).toHaveLength(50);
});
