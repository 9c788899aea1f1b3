import { useSyncExternalStore } from "react";

let isOpen = false;
const listeners = new Set<() => void>();

export function setOpen(next: boolean): void {
  isOpen = next;
  for (const tell of listeners) tell();
}

/** Several buttons and keys open the one palette. */
export const useOpening = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    () => isOpen,
    () => false,
  );
