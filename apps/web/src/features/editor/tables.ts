import { editorSchema } from "@muejam/prose/editor-schema";
import { limits } from "@muejam/prose/limits";
import { Extension } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import type { Command, EditorState } from "@tiptap/pm/state";
import * as pm from "@tiptap/pm/tables";
import { nodeType, putBlock } from "./block-acts.ts";
import { focusTools } from "./move-focus.ts";

/** Three by three, the first row its head. */
export const putTable = putBlock((schema) =>
  nodeType(schema, "table").create(null, [
    row(schema, "tableHeader"),
    row(schema, "tableCell"),
    row(schema, "tableCell"),
  ]),
);

export const isInTable = pm.isInTable;

const sizeOf = (state: EditorState) => (pm.isInTable(state) ? pm.selectedRect(state).map : { width: 0, height: 0 });
const unlessTall =
  (act: Command): Command =>
  (state, dispatch) =>
    sizeOf(state).height < limits.tableRowsMax && act(state, dispatch);
const unlessWide =
  (act: Command): Command =>
  (state, dispatch) =>
    sizeOf(state).width < limits.tableColumnsMax && act(state, dispatch);

export const tableActs = {
  rowBefore: unlessTall(pm.addRowBefore),
  rowAfter: unlessTall(pm.addRowAfter),
  rowGone: orWhole(pm.deleteRow),
  columnBefore: unlessWide(pm.addColumnBefore),
  columnAfter: unlessWide(pm.addColumnAfter),
  columnGone: orWhole(pm.deleteColumn),
  merge: unlessBare(pm.mergeCells),
  split: pm.splitCell,
  headRow: pm.toggleHeader("row"),
  headColumn: pm.toggleHeader("column"),
  tableGone: pm.deleteTable,
} satisfies Record<string, Command>;

/** Whether the first row and the first column of the table at the caret are its heads. */
export function headsOf(state: EditorState): { row: boolean; column: boolean } {
  const { map, table } = pm.selectedRect(state);
  const isHead = (at: number | undefined) => at !== undefined && table.nodeAt(at)?.type.name === "tableHeader";
  const first = map.cellsInRect({ left: 0, top: 0, right: map.width, bottom: 1 });
  // The corner belongs to both: a table of one column tells by it.
  const beside = map.cellsInRect({ left: 0, top: 0, right: 1, bottom: map.height });
  const rest = (cells: number[]) => (cells.length > 1 ? cells.slice(1) : cells);
  return { row: rest(first).every(isHead), column: rest(beside).every(isHead) };
}

/** Tab goes from cell to cell, and adds a row after the last; the arrows lead out of the table, Alt-F10 to its tools. */
export const Tables = Extension.create({
  name: "tables",
  priority: 1100,
  // TipTap takes only the fields that it knows from a schema that it is given.
  extendNodeSchema: ({ name }) => {
    const tableRole = editorSchema.spec.nodes.get(name)?.["tableRole"];
    return tableRole ? { tableRole } : {};
  },
  addProseMirrorPlugins: () => [pm.tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (act: Command) => act(editor.state, editor.view.dispatch);
    const next = (way: 1 | -1) => run(pm.goToNextCell(way));
    return {
      Tab: () =>
        isInTable(editor.state) &&
        (editor.commands.sinkListItem("listItem") || next(1) || (run(tableActs.rowAfter) && next(1))),
      "Alt-F10": focusTools,
      "Shift-Tab": () => isInTable(editor.state) && (editor.commands.liftListItem("listItem") || next(-1) || true),
    };
  },
});

function row(schema: Schema, kind: "tableHeader" | "tableCell") {
  const cell = () => nodeType(schema, kind).createAndFill();
  return nodeType(schema, "tableRow").create(
    null,
    [cell(), cell(), cell()].flatMap((made) => made ?? []),
  );
}

/** A row in which no cell begins would be none. */
function unlessBare(act: Command): Command {
  return (state, dispatch) => {
    if (!pm.isInTable(state)) return false;
    const { map, left, top, right, bottom } = pm.selectedRect(state);
    const isLeft = (row: number) =>
      map.cellsInRect({ left: 0, right: map.width, top: row, bottom: row + 1 }).some((cell) => {
        const { left: start, top: begun } = map.findCell(cell);
        return begun === row && (start < left || start >= right);
      });
    for (let row = top + 1; row < bottom; row += 1) if (!isLeft(row)) return false;
    return act(state, dispatch);
  };
}

/** The last of its kind goes with the table. */
function orWhole(act: Command): Command {
  return (state, dispatch) => act(state, dispatch) || pm.deleteTable(state, dispatch);
}
