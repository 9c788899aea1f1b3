import type { Conflict } from "@muejam/prose/merge";
import type { Editor } from "@tiptap/core";
import { m } from "#messages";
import { canChoose, keepReading, type Side, showReadings } from "./readings.ts";

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
    <section className="writing-conflict" aria-label={m.editor_conflict_name()}>
      <p aria-live="polite">{sentenceOf(conflict, conflicts.length - 1)}</p>
      <Act name={m.editor_conflict_show()} onClick={show} />
      {isChosen ? (
        <>
          <Act
            name={isWhole ? m.editor_conflict_keep_mine() : m.editor_conflict_remove()}
            onClick={() => choose(isWhole ? "mine" : remover)}
          />
          {isWhole ? <Act name={m.editor_conflict_keep_theirs()} onClick={() => choose("theirs")} /> : null}
        </>
      ) : null}
      <Act
        name={isWhole ? m.editor_conflict_keep_both() : m.editor_conflict_leave()}
        onClick={() => onSettle(conflict)}
      />
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

function sentenceOf({ mine, theirs }: Conflict, more: number): string {
  const told = toldOf(mine.text, theirs.text);
  return more > 0 ? m.editor_conflict_more({ told, number: more }) : told;
}

function toldOf(mine: string, theirs: string): string {
  if (mine === "" && theirs === "") return m.editor_conflict_both_gone();
  if (mine === "") return m.editor_conflict_mine_gone({ theirs: shortened(theirs) });
  if (theirs === "") return m.editor_conflict_theirs_gone({ mine: shortened(mine) });
  return m.editor_conflict_same({ mine: shortened(mine), theirs: shortened(theirs) });
}

const shortened = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 59).trimEnd().toWellFormed()}…` : text;
