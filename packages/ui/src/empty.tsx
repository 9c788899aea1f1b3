import type { ReactNode } from "react";

type EmptyProps = { title: string; body: string /** Under what it stands. */; level?: 2 | 3; children?: ReactNode };

/** Says what will be here, why it is fine that it is not yet, and the one thing there is to do. */
export function Empty({ title, body, level = 2, children }: EmptyProps) {
  const Head = `h${level}` as const;
  return (
    <section className="max-w-130 pt-4">
      <Head className="display text-h3">{title}</Head>
      <p className="mt-1.5 font-book text-lead text-ink-2">{body}</p>
      {children ? <div className="mt-4">{children}</div> : null}
    </section>
  );
}
