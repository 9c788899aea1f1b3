import type { ReactNode } from "react";

/** A page that has one thing to say. */
export function Statement({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <div className="column pt-16">
      <hr className="rule" />
      <h1 className="display mt-6 text-h2">{title}</h1>
      <p className="mt-2 mb-6 font-book text-lead text-ink-2">{body}</p>
      {children}
    </div>
  );
}
