import type { Conflict } from "@muejam/prose/merge";
import type { Editor } from "@tiptap/core";
import { messages } from "./messages.ts";
import { canChoose, keepReading, type Side, showReadings } from "./readings.ts";

const words = messages.conflict;

type ConflictsProps = { editor: Editor; conflicts: readonly Conflict[]; onSettle: (conflict: Conflict) => void };

/** Where both changed the same words, one place after the other. Whoever does nothing keeps both readings. */
export function Conflicts({ editor, conflicts, onSettle }: ConflictsProps) {
  const [conflict] = conflicts;
  if (!conflict) return null;
  const isChosen = canChoose(editor, conflict);
  const choose = (side: Side) => {
    keepReading(editor, conflict, side);
    onSettle(conflict);
    editor.commands.focus();
  };
  const show = () => {
    showReadings(editor, conflict);
    editor.commands.focus();
  };
  const { mine, theirs } = conflict;
  const isWhole = mine.text !== "" && theirs.text !== "";
  const remover = mine.text === "" ? "mine" : "theirs";
  return (
    <section className="writing-conflict" aria-label={words.name}>
      <p aria-live="polite">{words.told(mine.text, theirs.text, conflicts.length)}</p>
      <Act name={words.show} onClick={show} />
      {isChosen ? (
        <>
          <Act name={isWhole ? words.keepMine : words.remove} onClick={() => choose(isWhole ? "mine" : remover)} />
          {isWhole ? <Act name={words.keepTheirs} onClick={() => choose("theirs")} /> : null}
        </>
      ) : null}
      <Act name={isWhole ? words.keepBoth : words.leave} onClick={() => onSettle(conflict)} />
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
