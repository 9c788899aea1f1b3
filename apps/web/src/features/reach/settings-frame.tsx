import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";

export function SettingsFrame({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  useTitle(titled(title));
  return (
    <>
      <Link to="/settings" className="link inline-flex min-h-(--hit) items-center text-ui wide:hidden">
        {m.reach_back()}
      </Link>
      <h1 className="display text-h1">{title}</h1>
      <p className="mt-2 mb-5 text-ink-2 wrap-anywhere">{body}</p>
      <hr className="rule" />
      {children}
    </>
  );
}
