import type { Direction } from "@muejam/prose/document";
import { SelectField } from "@muejam/ui/select-field";
import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import type { ReactNode } from "react";
import { m } from "#messages";
import { formatLanguage } from "../../lib/format.ts";
import { languages } from "../../lib/languages.ts";
import { ownOf, setOfBlocks } from "./block-acts.ts";
import { putFootnote } from "./footnotes.ts";
import type { PictureDesk } from "./pictures/picture-desk.ts";
import { pickPictures } from "./pictures/picture-files.ts";
import { takePictures } from "./pictures/pictures.ts";
import { putTable } from "./tables.ts";
import { useEditorState } from "./use-editor-state.ts";
import { turnInto } from "./writing-acts.ts";

type StructureMenuProps = { editor: Editor; pictures: PictureDesk; onDone: () => void };

/** What a block is, and what may stand between two: each with the words for it. */
export function StructureMenu({ editor, pictures, onDone }: StructureMenuProps) {
  const shown = useEditorState(editor, () => JSON.stringify({ kind: kindOf(editor), ...ownOf(editor.state) }));
  const { kind, dir, lang }: Shown = JSON.parse(shown);
  const run = (command: Command) => command(editor.state, editor.view.dispatch);
  const putPictures = async () => {
    const files = await pickPictures({ isMany: true });
    if (editor.isDestroyed) return;
    takePictures(editor.view, pictures, files);
    editor.view.focus();
  };
  const acts: Act[] = [
    [m.editor_footnote_name(), () => run(putFootnote)],
    [m.editor_table_name(), () => run(putTable)],
    [m.editor_picture_name(), () => void putPictures()],
    [m.editor_structure_numbers(), () => editor.commands.toggleList("orderedList", "listItem"), "orderedList"],
    [m.editor_structure_note(), () => editor.commands.toggleWrap("note"), "note"],
    [<u key="u">{m.editor_structure_underline()}</u>, () => editor.commands.toggleMark("underline"), "underline"],
    [<s key="s">{m.editor_structure_strike()}</s>, () => editor.commands.toggleMark("strike"), "strike"],
    [
      <span key="small-caps" className="small-caps">
        {m.editor_structure_small_caps()}
      </span>,
      () => editor.commands.toggleMark("smallCaps"),
      "smallCaps",
    ],
  ];
  const known = lang === null || languages.includes(lang) ? languages : [lang, ...languages];
  return (
    <div className="grid">
      <SelectField
        label={m.editor_structure_kind()}
        value={kind}
        disabled={kind === ""}
        options={[
          ...(kind === "" ? [["", m.editor_structure_kind_other()] as const] : []),
          ["0", m.editor_structure_kind_text()],
          ["2", m.editor_structure_kind_heading()],
          ["3", m.editor_structure_kind_smaller()],
          ["4", m.editor_structure_kind_smallest()],
        ]}
        onChange={({ target }) => {
          const level = Number(target.value);
          run(level === 0 ? turnInto("paragraph") : turnInto("heading", { level }));
        }}
      />
      <div className="structure-acts">
        {acts.map(([words, act, name], index) => (
          <button
            key={name ?? index}
            type="button"
            aria-pressed={name === undefined ? undefined : editor.isActive(name)}
            className="structure-act"
            onClick={() => {
              act();
              onDone();
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <SelectField
        label={m.editor_structure_direction()}
        value={dir ?? ""}
        options={[
          ["", m.editor_structure_direction_auto()],
          ["ltr", m.editor_structure_direction_ltr()],
          ["rtl", m.editor_structure_direction_rtl()],
        ]}
        // safe: the options are the directions.
        onChange={({ target }) => run(setOfBlocks({ dir: (target.value || null) as Direction | null }))}
      />
      <SelectField
        label={m.editor_structure_language()}
        value={lang ?? ""}
        options={[
          ["", m.editor_structure_language_story()],
          ...known.map((language) => [language, formatLanguage(language)] as const),
        ]}
        onChange={({ target }) => run(setOfBlocks({ lang: target.value || null }))}
      />
    </div>
  );
}

/** Its words, what it does, and the node or mark by which it is seen to be done. */
type Act = [words: ReactNode, act: () => unknown, name?: string];
type Shown = { kind: string; dir: Direction | null; lang: string | null };

/** A heading's level, 0 for a paragraph, nothing for what can become neither. */
function kindOf({ state }: Editor): string {
  const { name } = state.selection.$from.parent.type;
  if (name === "heading") return String(state.selection.$from.parent.attrs["level"]);
  return name === "paragraph" ? "0" : "";
}
