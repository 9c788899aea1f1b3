import { useEffect, useState } from "react";
import { keptWord } from "../../lib/kept-word.ts";
import { singleKey } from "../../lib/single-keys.ts";
import { isChord, isMac } from "./chords.ts";

export type Panel = "find" | "replace" | "goal" | "keys" | "passage" | "picture";
export type Room = {
  panel: Panel | null;
  open: (panel: Panel) => void;
  close: () => void;
  /** Everything but the words has stepped back. */
  isQuiet: boolean;
  setQuiet: (isQuiet: boolean) => void;
  /** The line that is written stays in the middle. */
  isTypewriter: boolean;
  setTypewriter: (isOn: boolean) => void;
};

export const chords = {
  find: "Mod+F",
  replace: isMac ? "Mod+Shift+H" : "Mod+H",
  quiet: "Mod+.",
  typewriter: "Mod+Shift+.",
  keys: "Mod+/",
} as const;

const typewriter = keptWord("muejam:typewriter");

/** What stands around the words, and what can be asked for from wherever one writes. */
export function useRoom(): Room {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [isQuiet, setQuiet] = useState(false);
  const isTypewriter = typewriter.useWord() === "on";
  const room = {
    panel,
    open: setPanel,
    close: () => setPanel(null),
    isQuiet,
    setQuiet,
    isTypewriter,
    setTypewriter: (isOn: boolean) => typewriter.keep(isOn ? "on" : ""),
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (act(event, room)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  useEffect(() => {
    document.documentElement.toggleAttribute("data-quiet", isQuiet);
    return () => document.documentElement.removeAttribute("data-quiet");
  }, [isQuiet]);
  return room;
}

function act(event: KeyboardEvent, room: Room): boolean {
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest("dialog, [popover]")) return false;
  if (event.key === "Escape" && room.isQuiet) {
    // The editor says of every Escape that it was for itself.
    room.setQuiet(false);
    return true;
  }
  if (event.defaultPrevented) return false;
  if (isChord(event, chords.find)) {
    // Pressed again, it is the browser's own.
    if (at?.closest("search")) return false;
    room.open("find");
  } else if (isChord(event, chords.replace)) room.open("replace");
  else if (isChord(event, chords.quiet)) room.setQuiet(!room.isQuiet);
  else if (isChord(event, chords.typewriter)) room.setTypewriter(!room.isTypewriter);
  else if (isChord(event, chords.keys) || singleKey(event) === "?") room.open("keys");
  else return false;
  return true;
}
