import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";

type DialogProps = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** The browser's own: it keeps focus inside, closes on Escape, and gives focus back to where it was. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  // One that is taken away while it is open gives focus back too.
  useLayoutEffect(() => {
    const { current } = dialog;
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose} className="dialog">
      {isOpen ? (
        <>
          <h2 id={id} className="display mb-3 text-h3">
            {title}
          </h2>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
