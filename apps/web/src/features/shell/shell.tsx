import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useOnline } from "../../lib/use-online.ts";
import { Mark } from "./mark.tsx";
import { messages } from "./messages.ts";

export function Shell({ bar, foot, children }: { bar: ReactNode; foot: ReactNode; children: ReactNode }) {
  return (
    <>
      <a href="#main" className="skip">
        {messages.skip}
      </a>
      <header className="sticky top-0 z-(--z-bar) border-b border-line bg-paper">
        <div className="page flex h-(--bar) items-center justify-between">
          <Link to="/status" aria-label={messages.home} className="flex min-h-(--hit) items-center">
            <Mark />
          </Link>
          {bar}
        </div>
        <OfflineLine />
      </header>
      <main id="main" tabIndex={-1} className="page min-h-[calc(100dvh-var(--bar)-57px)] pb-16 outline-none">
        {children}
      </main>
      <footer className="page waiting:invisible">
        <div className="flex min-h-14 items-center border-t border-line text-micro text-ink-3">{foot}</div>
      </footer>
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
          <span className="page block">{messages.offline}</span>
        </p>
      )}
    </div>
  );
}
