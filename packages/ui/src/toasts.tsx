import { type ReactNode, useEffect, useState } from "react";

export type Toast = { id: number; words: string; undo?: { words: string; run: () => void } };

const shownMs = 6000;

/** Said once and gone; never what went wrong, which stays where it happened. It waits for whoever looks at it. */
export function Toasts({ toasts, onGone }: { toasts: readonly Toast[]; onGone: (id: number) => void }) {
  return (
    <div role="status" className="toasts">
      {toasts.map((toast) => (
        <Passing key={toast.id} onGone={() => onGone(toast.id)}>
          <span className="wrap-anywhere">{toast.words}</span>
          {toast.undo ? (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                toast.undo?.run();
                onGone(toast.id);
              }}
            >
              {toast.undo.words}
            </button>
          ) : null}
        </Passing>
      ))}
    </div>
  );
}

function Passing({ onGone, children }: { onGone: () => void; children: ReactNode }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [isHeld, onGone]);
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {children}
    </div>
  );
}
