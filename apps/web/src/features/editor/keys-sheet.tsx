import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { m } from "#messages";
import { chordOf } from "./chords.ts";
import { chords } from "./use-room.ts";

/** Every key of the editor, as `typing.ts`, `footnotes.ts`, `tables.ts`, `pictures.ts` and `use-room.ts` bind them. */
const groups: { name: () => string; keys: [() => string, ...string[]][] }[] = [
  {
    name: m.editor_keys_letters,
    keys: [
      [m.editor_tools_strong, "Mod+B"],
      [m.editor_tools_emphasis, "Mod+I"],
      [m.editor_keys_underline, "Mod+U"],
      [m.editor_keys_strike, "Mod+Shift+X"],
    ],
  },
  {
    name: m.editor_keys_blocks,
    keys: [
      [m.editor_keys_headings, "Mod+Alt+2", "3", "4"],
      [m.editor_keys_paragraph, "Mod+Alt+0"],
      [m.editor_tools_quote, "Mod+Shift+9"],
      [m.editor_keys_bullets, "Mod+Shift+8"],
      [m.editor_keys_numbers, "Mod+Shift+7"],
      [m.editor_keys_deeper, "Tab", "Shift+Tab"],
      [m.editor_tools_break, "Mod+Enter"],
      [m.editor_footnote_name, "Mod+Alt+F"],
      [m.editor_keys_cells, "Tab", "Shift+Tab"],
      [m.editor_keys_more_cells, "Shift+→", "Shift+↓"],
      [m.editor_keys_line, "Shift+Enter"],
      [m.editor_keys_picture, "Enter"],
      [m.editor_keys_picture_move, "Alt+↑", "↓"],
    ],
  },
  {
    name: m.editor_keys_room,
    keys: [
      [m.editor_keys_undo, "Mod+Z"],
      [m.editor_keys_redo, "Mod+Shift+Z", "Mod+Y"],
      [m.editor_find_open, chords.find],
      [m.editor_find_replace_open, chords.replace],
      [m.editor_find_next, "Enter", "F3"],
      [m.editor_find_before, "Shift+Enter", "Shift+F3"],
      [m.editor_quiet, chords.quiet],
      [m.editor_typewriter, chords.typewriter],
      [m.editor_keys_tools, "Alt+F10"],
      [m.editor_keys_open, chords.keys, "?"],
    ],
  },
];

export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={m.editor_keys_title()} isOpen onClose={onClose}>
      <div className="keys-sheet">
        {groups.map(({ name, keys }) => (
          <section key={name()}>
            <h3>{name()}</h3>
            <dl>
              {keys.map(([act, ...chord]) => (
                <div key={act()}>
                  <dt>{act()}</dt>
                  <dd>
                    {chord.map((one) => (
                      <kbd key={one}>{chordOf(one)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p>{m.editor_keys_lines()}</p>
      </div>
      <div className="keys-close">
        <Button onClick={onClose}>{m.editor_keys_close()}</Button>
      </div>
    </Dialog>
  );
}
