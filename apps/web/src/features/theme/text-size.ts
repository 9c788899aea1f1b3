import { keptWord } from "../../lib/kept-word.ts";

/** Of the letters of the whole app, in hundredths of what the browser is set to. */
export const textSizes = ["90", "100", "112", "125", "150"] as const;
const usual = "100";

// The script in index.html reads the same key before the first paint.
const kept = keptWord("muejam:text");

export function chooseTextSize(size: string): void {
  const word = size === usual ? "" : size;
  kept.keep(word);
  document.documentElement.dataset["text"] = word;
}

export function useTextSize(): string {
  const word = kept.useWord();
  return textSizes.find((size) => size === word) ?? usual;
}
