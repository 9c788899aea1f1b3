import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";

export function SettingsFrame({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  useTitle(titled(title));
  return (
    <div className="max-w-160 pt-9">
      <Link to="/settings" className="link inline-flex min-h-(--hit) items-center text-ui">
        {m.reach_back()}
      </Link>
      <h1 className="display mt-2 text-h1">{title}</h1>
      <p className="mt-2 mb-5 text-ink-2 wrap-anywhere">{body}</p>
      <hr className="rule" />
      {children}
    </div>
  );
}
