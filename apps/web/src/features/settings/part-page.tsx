import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { type Part, parts } from "./parts.ts";

type PartPageProps = { of: Part["to"]; body?: string; children: ReactNode };

export function PartPage({ of, body, children }: PartPageProps) {
  const { title, brief } = parts.find(({ to }) => to === of) ?? parts[0];
  useTitle(titled(title()));
  return (
    <>
      <Link to="/settings" className="link inline-flex min-h-(--hit) items-center text-ui wide:hidden">
        {m.settings_back()}
      </Link>
      <h1 className="display text-h1">{title()}</h1>
      <p className="mt-2 mb-5 text-ink-2 wrap-anywhere">{body ?? brief()}</p>
      <hr className="rule" />
      {children}
    </>
  );
}
