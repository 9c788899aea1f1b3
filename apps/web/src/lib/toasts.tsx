import { type Toast, Toasts } from "@muejam/ui/toasts";
import { useSyncExternalStore } from "react";

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function keep(next: readonly Toast[]): void {
  toasts = next;
  for (const tell of listeners) tell();
}

/** The newest alone: whoever did the next thing has seen what came of the former one. */
export function say(toast: Omit<Toast, "id">): void {
  last += 1;
  keep([{ ...toast, id: last }]);
}

const none: readonly Toast[] = [];

export function ToastHost() {
  const shown = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    () => toasts,
    () => none,
  );
  return <Toasts toasts={shown} onGone={(id) => keep(toasts.filter((toast) => toast.id !== id))} />;
}
