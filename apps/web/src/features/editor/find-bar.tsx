import "./find-bar.css";
import { Icon } from "@muejam/ui/icon";
import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { isChord } from "./chords.ts";
import { findingIn, replaceAll, replaceOne, seek, step, stopFinding } from "./finding.ts";

type FindBarProps = {
  editor: Editor;
  language: string;
  isReplacing: boolean;
  onReplacing: () => void;
  onClose: () => void;
};

/** Finds in the chapter as the author writes it, which the browser's own search cannot replace in. */
export function FindBar({ editor, language, isReplacing, onReplacing, onClose }: FindBarProps) {
  const [words, setWords] = useState(() => chosenIn(editor));
  const [other, setOther] = useState("");
  const [isCaseKept, setCaseKept] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const [replaced, setReplaced] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const otherField = useRef<HTMLInputElement>(null);
  const found = useSyncExternalStore(
    (tell) => {
      editor.on("transaction", tell);
      return () => void editor.off("transaction", tell);
    },
    () => findingIn(editor.state),
  );
  useEffect(() => {
    seek(editor, { words, isCaseKept, isWhole, language });
    show(editor);
  }, [editor, words, isCaseKept, isWhole, language]);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    if (isReplacing && field.current?.value) otherField.current?.focus();
  }, [isReplacing]);
  useEffect(() => () => void (editor.isDestroyed || stopFinding(editor)), [editor]);

  const all = found?.places.length ?? 0;
  const go = (by: 1 | -1) => {
    setReplaced(null);
    step(editor, by);
    show(editor);
  };
  const replace = () => {
    replaceOne(editor, other);
    show(editor);
  };
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || (event.target instanceof Element && event.target.closest("dialog, [popover]"))) return;
      const isAgain = event.key === "F3" || isChord(event, "Mod+G") || isChord(event, "Mod+Shift+G");
      if (event.key === "Escape") onClose();
      else if (isAgain) go(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  });
  const onEnter = (act: (isBack: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act(event.shiftKey);
  };
  return (
    <search aria-label={m.editor_find_name()} className="find-bar">
      <div>
        <input
          ref={field}
          type="text"
          dir="auto"
          enterKeyHint="search"
          aria-label={m.editor_find_open()}
          placeholder={m.editor_find_open()}
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setReplaced(null);
            setWords(target.value);
          }}
          onKeyDown={onEnter((isBack) => go(isBack ? -1 : 1))}
        />
        <Toggle name={m.editor_find_case()} path={letters} isOn={isCaseKept} onChange={setCaseKept} />
        <Toggle name={m.editor_find_whole()} path={wholeWord} isOn={isWhole} onChange={setWhole} />
        <Act name={m.editor_find_before()} path="m18 15-6-6-6 6" onClick={() => go(-1)} />
        <Act name={m.editor_find_next()} path="m6 9 6 6 6-6" onClick={() => go(1)} />
        <Act name={m.editor_find_close()} path="M18 6 6 18M6 6l12 12" onClick={onClose} />
      </div>
      <div>
        <p role="status">
          {toldOf(words, { all, at: found?.at ?? 0, replaced })}
          <span className="sr-only">{replaced === null ? around(editor) : null}</span>
        </p>
        {isReplacing || !editor.isEditable ? null : (
          <button type="button" className="link" onClick={onReplacing}>
            {m.editor_find_replace_open()}
          </button>
        )}
      </div>
      {isReplacing ? (
        <div>
          <input
            ref={otherField}
            type="text"
            dir="auto"
            aria-label={m.editor_find_other()}
            placeholder={m.editor_find_other()}
            value={other}
            autoComplete="off"
            onChange={({ target }) => setOther(target.value)}
            onKeyDown={onEnter(replace)}
          />
          <button type="button" className="find-act" aria-disabled={all === 0} onClick={replace}>
            {m.editor_find_replace()}
          </button>
          <button
            type="button"
            className="find-act"
            aria-disabled={all === 0}
            onClick={() => setReplaced(replaceAll(editor, other))}
          >
            {m.editor_find_replace_all()}
          </button>
        </div>
      ) : null}
    </search>
  );
}

/** Lucide's drawings (ISC) of a capital beside a small letter, and of a word with a line under it. */
const letters = "m3 15 4-8 4 8M4 13h6M22 9v6M15 12a3.5 3 0 1 0 7 0a3.5 3 0 1 0-7 0";
const wholeWord =
  "M4 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M10 9v6M14 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M14 7v8M22 17v1q0 1-1 1H3q-1 0-1-1v-1";

type ActProps = { name: string; path: string; isOn?: boolean; onClick: () => void };

function Act({ name, path, isOn, onClick }: ActProps) {
  return (
    <button type="button" aria-label={name} title={name} aria-pressed={isOn} onClick={onClick}>
      <Icon path={path} />
    </button>
  );
}

type ToggleProps = { name: string; path: string; isOn: boolean; onChange: (isOn: boolean) => void };

const Toggle = ({ onChange, ...act }: ToggleProps) => <Act {...act} onClick={() => onChange(!act.isOn)} />;

type Told = { all: number; at: number; replaced: number | null };

function toldOf(words: string, { all, at, replaced }: Told): string {
  if (replaced !== null) return m.editor_find_replaced({ number: replaced });
  if (words === "") return "";
  return all === 0
    ? m.editor_find_nothing()
    : m.editor_find_place({ at: formatNumber(at + 1), all: formatNumber(all) });
}

const namedMax = 100;

/** What is selected is what is looked for, when it is a few words of one block. */
function chosenIn({ state: { doc, selection } }: Editor): string {
  const isShort = !selection.empty && selection.to - selection.from <= namedMax;
  return isShort && selection.$from.sameParent(selection.$to) ? doc.textBetween(selection.from, selection.to) : "";
}

/** The words around the place, for whoever does not see it. */
function around({ state: { doc, selection } }: Editor): string {
  if (selection.empty) return "";
  const $from = selection.$from;
  const from = Math.max($from.start(), selection.from - 40);
  return doc.textBetween(from, Math.min($from.end(), selection.to + 40)).toWellFormed();
}

/** The editor leads its own caret only; the focus stays with the field. */
function show({ view }: Editor): void {
  view.dom.querySelector(".found-here")?.scrollIntoView({ block: "center" });
}
