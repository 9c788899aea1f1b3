import { memo } from "react";
import { designs } from "./cover-designs.tsx";
import { drawLots, type Paper } from "./cover-seed.ts";

type CoverProps = {
  /** What never changes: with another title the picture stays. */
  seed: string;
  title: string;
  by: string;
  /** Less than 72 pixels wide: it is drawn with fewer lines, and nobody's name is set too small to read. */
  isSmall?: boolean;
  className?: string;
};

/** Stands beside the words that it shows, so it says nothing itself. */
export const Cover = memo(({ seed, title, by, isSmall = false, className = "" }: CoverProps) => {
  const { design, paper, dice } = drawLots(seed);
  return (
    <svg viewBox="0 0 200 300" aria-hidden="true" data-paper={paper} className={`cover ${className}`}>
      <rect className="ground" width="200" height="300" />
      {designs[design]({ dice, title, by: isSmall ? null : by, isCoarse: isSmall })}
    </svg>
  );
});

/** What a page takes its tint from. */
export const paperOf = (seed: string): Paper => drawLots(seed).paper;
