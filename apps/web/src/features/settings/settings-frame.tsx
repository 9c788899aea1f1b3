import { KeepFocus } from "@muejam/ui/keep-focus";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useParts } from "./parts.ts";

/** On a wide screen all parts stay in sight; on a phone each is a page, with the list one step back. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-14 pt-6 wide:grid-cols-[11rem_minmax(0,1fr)] wide:pt-9">
      <nav aria-label={m.settings_ways()} className="hidden wide:block">
        <p className="mb-2 border-b border-line pb-3 font-display text-[1.0625rem]/6 font-semibold">
          {m.settings_title()}
        </p>
        <ul>
          {useParts().map(({ to, title }) => (
            <li key={to}>
              <Link
                to={to}
                className="flex min-h-(--hit) items-center border-s-3 border-transparent ps-3 text-ui text-ink-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {title()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <KeepFocus className="min-w-0">{children}</KeepFocus>
    </div>
  );
}
