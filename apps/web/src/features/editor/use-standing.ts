import { useCallback, useSyncExternalStore } from "react";
import type { Autosave, Standing } from "./autosave.ts";

/** The editor draws each key by itself: what else a page says of the words need not be drawn between two of them. */
export function useStanding(autosave: Autosave): Standing {
  const subscribe = useCallback((tell: () => void) => hearCalmly(autosave, tell), [autosave]);
  return useSyncExternalStore(subscribe, autosave.read);
}

const restMs = 150;

/** More of the text is told a few times a second, everything else at once, and that the text is unsent is something else. */
export function hearCalmly({ read, subscribe }: Pick<Autosave, "read" | "subscribe">, tell: () => void): () => void {
  let told = read();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellNow = () => {
    clearTimeout(timer);
    timer = undefined;
    told = read();
    tell();
  };
  const stop = subscribe(() => {
    if (isSameButText(told, read())) timer ??= setTimeout(tellNow, restMs);
    else tellNow();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function isSameButText(before: Standing, now: Standing): boolean {
  const rest = restOf(before);
  return restOf(now).every((value, index) => value === rest[index]);
}

function restOf({ journal, ...standing }: Standing): unknown[] {
  const { local, ...confirmed } = journal;
  const { title, noteBefore, noteAfter } = local;
  return [title, noteBefore, noteAfter, ...Object.values(standing), ...Object.values(confirmed)];
}
