export const isMac = typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.userAgent);

const signs: Record<string, string> = isMac ? { Mod: "⌘", Shift: "⇧", Alt: "⌥" } : { Mod: "Ctrl" };

/** `Mod+Shift+X` as it stands on this device's keys. */
export const chordOf = (keys: string): string =>
  keys
    .split("+")
    .map((key) => signs[key] ?? key)
    .join(isMac ? "" : "+");

/** `Mod+F` and the like, and nothing with one more key held. */
export function isChord(event: KeyboardEvent, chord: string): boolean {
  const parts = chord.split("+");
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  const isOther = isMac ? event.ctrlKey : event.metaKey;
  return (
    isMod === parts.includes("Mod") &&
    !isOther &&
    event.shiftKey === parts.includes("Shift") &&
    event.altKey === parts.includes("Alt") &&
    (event.key.toUpperCase() === parts.at(-1) || event.code === codes[parts.at(-1) ?? ""])
  );
}

/** With Shift these keys write other signs. */
const codes: Record<string, string> = { ".": "Period", "/": "Slash" };
