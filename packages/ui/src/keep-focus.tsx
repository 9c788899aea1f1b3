import { type ReactNode, useEffect, useRef } from "react";

const ways = "a[href], button, input, select, textarea, summary";

/**
 * When what had focus is taken out (a form gives way to its answer, a row is removed), focus goes on to what stands in
 * its place, or to the heading before it. Otherwise whoever goes by keyboard would begin at the top of the page again.
 */
export function KeepFocus({ className, children }: { className?: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = place.current;
    if (!here) return;
    let last: { element: Element; path: string } | null = null;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element ? { element: target, path: location.pathname } : null;
    };
    // Somebody who goes elsewhere by themselves leaves it where it is.
    const leave = () => queueMicrotask(() => last?.element.isConnected && !holds(here) && (last = null));
    const watch = new MutationObserver((records) => {
      if (!last || last.element.isConnected) return;
      const { element, path } = last;
      last = null;
      // Another page has a focus of its own.
      if (document.activeElement !== document.body || location.pathname !== path) return;
      const removal = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element)));
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      if (removal) goOn(here, removal, added);
    });
    here.addEventListener("focusin", note);
    here.addEventListener("focusout", leave);
    watch.observe(here, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      here.removeEventListener("focusin", note);
      here.removeEventListener("focusout", leave);
    };
  }, []);
  return (
    <div ref={place} className={className}>
      {children}
    </div>
  );
}

const holds = (here: Element) => here.contains(document.activeElement);

/** To what came in the same moment, else to what stands next in the same part, else back to its heading. */
function goOn(here: HTMLElement, { previousSibling, target }: MutationRecord, added: readonly Node[]): void {
  const [from = here] = [previousSibling, target].filter((node) => node?.isConnected);
  const part = (from instanceof Element ? from : from?.parentElement)?.closest("section") ?? here;
  const shown = [...part.querySelectorAll<HTMLElement>(ways)].filter((element) => element.checkVisibility());
  const isNext = (element: Element) => {
    const way = from?.compareDocumentPosition(element) ?? 0;
    const isPassed = from === previousSibling && way & Node.DOCUMENT_POSITION_CONTAINED_BY;
    return way & Node.DOCUMENT_POSITION_FOLLOWING && !isPassed;
  };
  const next = shown.find((element) => added.some((node) => node.contains(element))) ?? shown.find(isNext);
  const heading = part.querySelector<HTMLElement>("h1, h2, h3") ?? here;
  if (!next) heading.tabIndex = -1;
  (next ?? heading).focus();
}
