import type { ReactNode } from "react";

export type Tone = "good" | "bad" | "waiting";

const inks: Record<Tone, string> = { good: "text-bottle", bad: "text-currant", waiting: "text-ink-2" };
const shapes: Record<Tone, string> = {
  good: "rounded-full border-5",
  bad: "rotate-45 scale-85 border-5",
  waiting: "rounded-full border-dashed",
};

/** A shape and a word: nothing is told by colour alone. */
export function StatusMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap text-small ${inks[tone]}`}>
      <span aria-hidden="true" className={`shape ${shapes[tone]}`} />
      {children}
    </span>
  );
}
