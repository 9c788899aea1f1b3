import type { Editor } from "@tiptap/core";
import { m } from "#messages";
import { moveFocus } from "./move-focus.ts";
import { TableSign } from "./table-sign.tsx";
import { headsOf, isInTable, tableActs } from "./tables.ts";
import { useEditorState } from "./use-editor-state.ts";

/** Under the writing bar while the caret is in a table; nothing makes room for it, so that no line moves. */
export function TableTools({ editor }: { editor: Editor }) {
  const heads = useEditorState(editor, () => (isInTable(editor.state) ? JSON.stringify(headsOf(editor.state)) : null));
  if (heads === null) return null;
  const { row, column }: { row: boolean; column: boolean } = JSON.parse(heads);
  const isOn: Partial<Record<keyof typeof tableActs, boolean>> = { headRow: row, headColumn: column };
  return (
    <div role="toolbar" aria-label={m.editor_table_name()} className="table-tools">
      {tools.map(([act, name], index) => (
        <button
          key={act}
          type="button"
          aria-label={name()}
          title={name()}
          aria-pressed={isOn[act]}
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

const tools = [
  ["rowBefore", m.editor_table_row_before],
  ["rowAfter", m.editor_table_row_after],
  ["rowGone", m.editor_table_row_gone],
  ["columnBefore", m.editor_table_column_before],
  ["columnAfter", m.editor_table_column_after],
  ["columnGone", m.editor_table_column_gone],
  ["headRow", m.editor_table_head_row],
  ["headColumn", m.editor_table_head_column],
  ["tableGone", m.editor_table_gone],
] as const;
