import { useSyncExternalStore } from "react";
import { keptIn } from "./kept.ts";

/** A choice that this browser keeps; empty where nothing was chosen, on the server, and as long as a page is its. */
export function keptWord(key: string) {
  const kept = keptIn(() => localStorage);
  const listeners = new Set<() => void>();
  // A browser that keeps nothing still knows it until the page is left.
  let chosen: string | null = null;
  const read = (): string => chosen ?? kept.get(key) ?? "";
  const subscribe = (tell: () => void) => {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  };
  return {
    read,
    keep(word: string): void {
      chosen = word;
      kept.set(key, word === "" ? null : word);
      for (const tell of listeners) tell();
    },
    useWord: () => useSyncExternalStore(subscribe, read, () => ""),
  };
}
