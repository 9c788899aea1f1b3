import { countDocument } from "@muejam/prose/words";
import { useDeferredValue, useEffect, useRef, useSyncExternalStore } from "react";
import { keptIn } from "../../lib/kept.ts";
import { useNow } from "../../lib/use-now.ts";
import type { Standing } from "./autosave.ts";
import { type Goal, readGoal, readTally, tallied, writtenOf } from "./goal.ts";

const kept = keptIn(() => localStorage);
const goalKey = "muejam:goal";
const tallyKey = (faceId: string) => `muejam:written:${faceId}`;
/** A browser that keeps nothing still knows it until the page is left. */
const known = new Map<string, string>();
const listeners = new Set<() => void>();

/** How many words of the goal this device has written; other tabs of it count in. */
export function useGoal(faceId: string): { goal: Goal; written: number } {
  const goal = readGoal(useKept(goalKey));
  const tally = readTally(useKept(tallyKey(faceId)));
  return { goal, written: writtenOf(tally, goal.kind, useNow(60_000)) };
}

export const chooseGoal = (goal: Goal): void => keep(goalKey, JSON.stringify(goal));

/** What is written here counts, and what comes from another device does not. */
export function useTally(standing: Standing, { language, faceId }: { language: string; faceId: string }): void {
  const { journal, merges } = useDeferredValue(standing);
  const { words } = countDocument(journal.local.document, language);
  const last = useRef<{ words: number; merges: number } | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = { words, merges };
    if (!before || before.merges !== merges || before.words === words) return;
    const key = tallyKey(faceId);
    keep(key, JSON.stringify(tallied(readTally(read(key)), words - before.words, Date.now())));
  }, [words, merges, faceId]);
}

const read = (key: string): string => kept.get(key) ?? known.get(key) ?? "";

function keep(key: string, word: string): void {
  known.set(key, word);
  kept.set(key, word);
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  addEventListener("storage", tell);
  return () => {
    listeners.delete(tell);
    removeEventListener("storage", tell);
  };
}

const useKept = (key: string): string =>
  useSyncExternalStore(
    subscribe,
    () => read(key),
    () => "",
  );
