import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useOnline } from "../../lib/use-online.ts";
import { BarAccount } from "./bar-account.tsx";
import { FootBar } from "./foot-bar.tsx";
import { Mark } from "./mark.tsx";
import { ways } from "./ways.ts";

type ShellProps = { search: ReactNode; find: ReactNode; bell: ReactNode; bar: ReactNode; foot: ReactNode };

export function Shell({ search, find, bell, bar, foot, children }: ShellProps & { children: ReactNode }) {
  return (
    <>
      <a href="#main" className="skip">
        {m.shell_skip()}
      </a>
      <header className="sticky top-0 z-(--z-bar) border-b border-line bg-paper">
        {/* With letters of twice the size, a second line. */}
        <div className="page flex min-h-(--bar) flex-wrap items-center gap-x-4 wide:gap-x-7">
          <Link to="/" aria-label={m.shell_home()} className="flex min-h-(--hit) items-center">
            <Mark />
          </Link>
          <nav aria-label={m.shell_ways_main()} className="bar-rooms">
            {ways.map(({ to, name }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === "/" }} className="bar-room">
                {name()}
              </Link>
            ))}
          </nav>
          {/* What comes and goes with a session stands first, so that the rest stays where it is. */}
          <div className="ms-auto flex items-center gap-1 wide:gap-3">
            {search}
            {bell}
            <BarAccount />
            {bar}
          </div>
        </div>
        <OfflineLine />
      </header>
      <main id="main" tabIndex={-1} className="page min-h-[calc(100dvh-var(--bar)-57px)] pb-16 outline-none">
        {children}
      </main>
      <footer className="page waiting:invisible">
        <div className="flex min-h-14 items-center border-t border-line text-micro text-ink-3">{foot}</div>
      </footer>
      <FootBar find={find} />
    </>
  );
}

/** Lies over the page's empty head, so that nothing beneath it moves. */
function OfflineLine() {
  const isOnline = useOnline();
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="absolute inset-x-0 top-full border-b border-line bg-well py-1.5 text-small text-ink-2">
          <span className="page block">{m.shell_offline()}</span>
        </p>
      )}
    </div>
  );
}
