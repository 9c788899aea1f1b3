import type { ReactNode } from "react";

/** Each kind its own shape, so that colour alone says nothing. */
const looks = {
  on: ["text-bottle", "rounded-full border-5"],
  resting: ["text-ink-2", "border-y-0 border-x-3"],
  done: ["text-ink", "scale-85 border-5"],
  open: ["text-ink-2", "rounded-full border-dashed"],
  gone: ["text-ink-2", "rotate-45 scale-85"],
} as const;

export function Chip({ kind, children }: { kind: keyof typeof looks; children: ReactNode }) {
  const [ink, shape] = looks[kind];
  return (
    <span className={`inline-flex items-center gap-1.5 ${ink}`}>
      <span aria-hidden="true" className={`shape ${shape}`} />
      {children}
    </span>
  );
}
