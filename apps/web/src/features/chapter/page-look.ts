import { useSyncExternalStore } from "react";
import { keptWord } from "../../lib/kept-word.ts";

/** What a reader may choose, and what each begins with. */
export const choices = {
  size: ["16", "18", "20", "22", "24", "28"],
  width: ["50", "58", "66", "74", "80"],
  leading: ["14", "15", "16", "18", "20"],
  face: ["book", "ui", "clear"],
  edge: ["ragged", "justified"],
} as const;
export type Aspect = keyof typeof choices;
export type Look = Record<Aspect, string>;

const usual: Look = { size: "20", width: "66", leading: "16", face: "book", edge: "ragged" };
const usualOnPhones: Look = { ...usual, size: "16" };
/** The same line as in the tokens. */
const phones = "(max-width: 480px)";
const usualHere = (): Look => (matchMedia(phones).matches ? usualOnPhones : usual);

// The script in index.html reads the same key before the first paint.
const kept = keptWord("muejam:page");

/** Words such as `size-22`, one an aspect; what is not among the choices is as usual. */
export function lookOf(words: string, begin: Look = usual): Look {
  const look = { ...begin };
  for (const word of words.split(" ")) {
    const [aspect = "", value = ""] = word.split("-");
    if (isAspect(aspect) && (choices[aspect] as readonly string[]).includes(value)) look[aspect] = value;
  }
  return look;
}

/** Only what was chosen: what is usual differs on another screen. */
export function wordsOf(look: Look, begin: Look = usual): string {
  const chosen = Object.entries(look).filter(([aspect, value]) => isAspect(aspect) && begin[aspect] !== value);
  return chosen.map((pair) => pair.join("-")).join(" ");
}

export function choose(aspect: Aspect, value: string): void {
  const begin = usualHere();
  const words = wordsOf({ ...lookOf(kept.read(), begin), [aspect]: value }, begin);
  kept.keep(words);
  document.documentElement.dataset["page"] = words;
}

export const useLook = (): Look =>
  lookOf(
    kept.useWord(),
    useSyncExternalStore(listen, usualHere, () => usual),
  );

function listen(tell: () => void): () => void {
  const width = matchMedia(phones);
  width.addEventListener("change", tell);
  return () => width.removeEventListener("change", tell);
}

const isAspect = (name: string): name is Aspect => Object.hasOwn(choices, name);
