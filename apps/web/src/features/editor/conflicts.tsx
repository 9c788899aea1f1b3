import type { Editor } from "@tiptap/core";
import { lazy, Suspense, useState } from "react";
import { m } from "#messages";
import type { Autosave } from "./autosave.ts";
import { type AnyConflict, inText } from "./journal.ts";
import { canChoose, keepReading, type Side, showReadings } from "./readings.ts";

const ConflictBeside = lazy(async () => ({ default: (await import("./conflict-beside.tsx")).ConflictBeside }));

type ConflictsProps = { editor: Editor; autosave: Autosave; conflicts: readonly AnyConflict[] };

/** Where both changed the same words, one place after the other. Whoever does nothing keeps both readings. */
export function Conflicts({ editor, autosave, conflicts }: ConflictsProps) {
  const [conflict] = conflicts;
  const [isBeside, setBeside] = useState(false);
  if (!conflict) return null;
  const settle = () => autosave.settle(conflict);
  const choose = (side: Side) => {
    if (inText(conflict)) keepReading(editor, conflict, side);
    else autosave.write({ [conflict.field]: conflict[side].text });
    setBeside(false);
    settle();
    if (inText(conflict)) editor.commands.focus();
  };
  const leaveBoth = () => {
    setBeside(false);
    settle();
  };
  const isChoosable = !inText(conflict) || canChoose(editor, conflict);
  const { mine, theirs } = conflict;
  const isWhole = mine.text !== "" && theirs.text !== "";
  const remover = mine.text === "" ? "mine" : "theirs";
  return (
    <section className="writing-conflict" aria-label={m.editor_conflict_name()}>
      <p aria-live="polite">{sentenceOf(conflict, conflicts.length - 1)}</p>
      {inText(conflict) ? (
        <Act
          name={m.editor_conflict_show()}
          onClick={() => {
            showReadings(editor, conflict);
            editor.commands.focus();
          }}
        />
      ) : null}
      {isChoosable ? (
        <>
          <Act
            of="choice"
            name={isWhole ? m.editor_conflict_keep_mine() : m.editor_conflict_remove()}
            onClick={() => choose(isWhole ? "mine" : remover)}
          />
          {isWhole ? <Act of="choice" name={m.editor_conflict_keep_theirs()} onClick={() => choose("theirs")} /> : null}
        </>
      ) : null}
      <Act of="choice" name={isWhole ? m.editor_conflict_keep_both() : m.editor_conflict_leave()} onClick={settle} />
      {isWhole && isChoosable ? (
        <Act of="beside" name={m.editor_conflict_beside()} onClick={() => setBeside(true)} />
      ) : null}
      {isBeside && isWhole ? (
        <Suspense>
          <ConflictBeside conflict={conflict} onChoose={choose} onBoth={leaveBoth} onClose={() => setBeside(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}

type ActProps = { of?: "place" | "choice" | "beside"; name: string; onClick: () => void };

function Act({ of = "place", name, onClick }: ActProps) {
  return (
    <button type="button" className={`link writing-conflict-${of}`} onClick={onClick}>
      {name}
    </button>
  );
}

function sentenceOf({ mine, theirs }: AnyConflict, more: number): string {
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
