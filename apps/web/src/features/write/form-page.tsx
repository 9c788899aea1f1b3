import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";

type FormPageProps = {
  title: string;
  body?: string;
  back: Pick<LinkProps, "to" | "params"> & { words: string };
  aside: ReactNode;
  children: ReactNode;
};

export function FormPage({ title, body, back: { words, ...to }, aside, children }: FormPageProps) {
  return (
    <div className="pt-6">
      <Link {...to} className="link inline-flex min-h-(--hit) items-center text-ui">
        {words}
      </Link>
      <h1 className="display mt-1 mb-4 text-h1">{title}</h1>
      <hr className="rule mb-6" />
      <div className="main-and-rail">
        <div className="min-w-0 max-w-190">
          {body ? <p className="mb-6 text-talk text-ink-2">{body}</p> : null}
          {children}
        </div>
        {aside}
      </div>
    </div>
  );
}
