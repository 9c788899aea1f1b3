import { type RefObject, useEffect, useState } from "react";
import { type Progress, progressIn } from "./page-blocks.ts";

/** Null until the page stands; then as often as what it says changes. */
export function useProgress(prose: RefObject<HTMLElement | null>): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      if (!prose.current) return;
      const next = progressIn(prose.current);
      setProgress((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [prose]);
  return progress;
}
