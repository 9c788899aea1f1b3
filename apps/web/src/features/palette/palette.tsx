import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { type Entry, findEntries } from "./entries.ts";
import "./palette.css";
import { PaletteList } from "./palette-list.tsx";
import { type Command, useEntries } from "./use-entries.ts";

type FinderProps = { commands: readonly Command[]; onClose: () => void };
type PaletteProps = FinderProps & { isOpen: boolean };

/** The dialog is the browser's own: it closes on Escape and gives focus back. */
export function Palette({ isOpen, ...finder }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={m.palette_title()}
      onClose={finder.onClose}
      onPointerDown={({ target }) => target === dialog.current && finder.onClose()}
      className="palette"
    >
      {isOpen ? <Finder {...finder} /> : null}
    </dialog>
  );
}

function Finder({ commands, onClose }: FinderProps) {
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  // Not its place: what comes later may stand before it.
  const [chosen, setChosen] = useState<string>();
  const found = findEntries(useEntries(typed, commands), typed);
  const at = Math.max(
    0,
    found.findIndex((entry) => entry.id === chosen),
  );
  const point = (index: number) => setChosen(found[index]?.id);

  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    if ("run" in entry.go) entry.go.run();
    else void navigate({ to: entry.go.to });
  };
  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) point((at + step + found.length) % found.length);
    else if (event.key === "Enter") go(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="palette-head">
        <input
          type="text"
          role="combobox"
          aria-label={m.palette_title()}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] && `${id}-${at}`}
          aria-autocomplete="list"
          placeholder={m.palette_hint()}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(undefined);
          }}
          onKeyDown={move}
          className="palette-field"
        />
        <button type="button" onClick={onClose} className="palette-close">
          {m.palette_close()}
        </button>
      </div>
      <p role="status" className="sr-only">
        {typed === "" ? null : m.palette_count({ count: formatNumber(found.length) })}
      </p>
      <PaletteList id={id} entries={found} at={at} onPoint={point} onGo={go} />
    </>
  );
}
