import { memo, type RefObject } from "react";
import { inLanguage } from "../../lib/direction.ts";
import { proseMark } from "../../lib/page-state.ts";

type ProseProps = { at: RefObject<HTMLDivElement | null>; edition: string; html: string; language: string };

/**
 * The edition as it was rendered when it was made, safe because only `@muejam/prose` writes it. An edition never
 * changes, and neither does its node: what a reader has selected in it stays selected.
 */
export const Prose = memo(
  ({ at, html, language }: ProseProps) => (
    <div
      {...proseMark}
      {...inLanguage(language)}
      ref={at}
      className="prose"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html }}
    />
  ),
  (before, after) => before.edition === after.edition,
);
