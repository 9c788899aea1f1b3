import type { Editor } from "@tiptap/core";
import type { Autosave } from "./autosave.ts";
import { type AnyConflict, inText } from "./journal.ts";
import { messages } from "./messages.ts";
import { canChoose, keepReading, type Side, showReadings } from "./readings.ts";

const words = messages.conflict;

type ConflictsProps = { editor: Editor; autosave: Autosave; conflicts: readonly AnyConflict[] };

/** Where both changed the same words, one place after the other. Whoever does nothing keeps both readings. */
export function Conflicts({ editor, autosave, conflicts }: ConflictsProps) {
  const [conflict] = conflicts;
  if (!conflict) return null;
  const settle = () => autosave.settle(conflict);
  const choose = (side: Side) => {
    if (inText(conflict)) keepReading(editor, conflict, side);
    else autosave.write({ [conflict.field]: conflict[side].text });
    settle();
    if (inText(conflict)) editor.commands.focus();
  };
  const { mine, theirs } = conflict;
  const isWhole = mine.text !== "" && theirs.text !== "";
  const remover = mine.text === "" ? "mine" : "theirs";
  return (
    <section className="writing-conflict" aria-label={words.name}>
      <p aria-live="polite">{words.told(mine.text, theirs.text, conflicts.length)}</p>
      {inText(conflict) ? (
        <Act
          name={words.show}
          onClick={() => {
            showReadings(editor, conflict);
            editor.commands.focus();
          }}
        />
      ) : null}
      {!inText(conflict) || canChoose(editor, conflict) ? (
        <>
          <Act name={isWhole ? words.keepMine : words.remove} onClick={() => choose(isWhole ? "mine" : remover)} />
          {isWhole ? <Act name={words.keepTheirs} onClick={() => choose("theirs")} /> : null}
        </>
      ) : null}
      <Act name={isWhole ? words.keepBoth : words.leave} onClick={settle} />
    </section>
  );
}

function Act({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" className="link" onClick={onClick}>
      {name}
    </button>
  );
}
