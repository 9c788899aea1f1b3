import type { ReactNode } from "react";

/** Says what will be here, and why it is fine that it is not yet. */
export function Empty({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <section className="max-w-130 pt-4">
      <h2 className="display text-h3">{title}</h2>
      <p className="mt-1.5 mb-4 font-book text-lead text-ink-2">{body}</p>
      {children}
    </section>
  );
}
