import type { ReactNode } from "react";

type SectionHeadProps = {
  id: string;
  title: string;
  /** At the other end of the line, or beneath it where there is no room. */
  aside?: ReactNode;
  /** The thick rule opens a column's main matter, once. */
  hasRule?: boolean;
};

export function SectionHead({ id, title, aside, hasRule = false }: SectionHeadProps) {
  return (
    <>
      {hasRule ? <hr className="rule mb-3" /> : null}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b border-line pb-2.5">
        <h2 id={id} className="font-display text-[1.0625rem]/6 font-semibold">
          {title}
        </h2>
        {aside ? <p className="text-small text-ink-2">{aside}</p> : null}
      </div>
    </>
  );
}
