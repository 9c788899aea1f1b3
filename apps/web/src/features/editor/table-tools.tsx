import type { Editor } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { m } from "#messages";
import { moveFocus } from "./move-focus.ts";
import { TableSign } from "./table-sign.tsx";
import { headsOf, isInTable, tableActs } from "./tables.ts";
import { useEditorState } from "./use-editor-state.ts";

/** Under the writing bar while the caret is in a table; nothing makes room for it, so that no line moves. */
export function TableTools({ editor }: { editor: Editor }) {
  const shown = useEditorState(editor, () => (isInTable(editor.state) ? JSON.stringify(shownOf(editor.state)) : null));
  if (shown === null) return null;
  const { isOn, isIdle }: Shown = JSON.parse(shown);
  return (
    <div role="toolbar" aria-label={m.editor_table_name()} className="table-tools">
      {tools.map(([act, name], index) => (
        <button
          key={act}
          type="button"
          aria-label={name()}
          title={name()}
          aria-pressed={isOn[act]}
          aria-disabled={isIdle[act]}
          tabIndex={index === 0 ? 0 : -1}
          onKeyDown={moveFocus}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            tableActs[act](editor.state, editor.view.dispatch);
            editor.view.focus();
          }}
        >
          <TableSign of={act} />
        </button>
      ))}
    </div>
  );
}

type Shown = Record<"isOn" | "isIdle", Partial<Record<keyof typeof tableActs, boolean>>>;

/** Cells are selected by dragging over them, or with Shift and the arrows. */
function shownOf(state: EditorState): Shown {
  const { row, column } = headsOf(state);
  return {
    isOn: { headRow: row, headColumn: column },
    isIdle: { merge: !tableActs.merge(state), split: !tableActs.split(state) },
  };
}

const tools = [
  ["rowBefore", m.editor_table_row_before],
  ["rowAfter", m.editor_table_row_after],
  ["rowGone", m.editor_table_row_gone],
  ["columnBefore", m.editor_table_column_before],
  ["columnAfter", m.editor_table_column_after],
  ["columnGone", m.editor_table_column_gone],
  ["merge", m.editor_table_merge],
  ["split", m.editor_table_split],
  ["headRow", m.editor_table_head_row],
  ["headColumn", m.editor_table_head_column],
  ["tableGone", m.editor_table_gone],
] as const;
