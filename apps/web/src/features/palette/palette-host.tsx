import { lazy, Suspense, useEffect, useState } from "react";
import { singleKey } from "../../lib/single-keys.ts";
import { setOpen, useOpening } from "./opening.ts";
import type { Command } from "./use-entries.ts";

const load = () => import("./palette.tsx").then(({ Palette }) => ({ default: Palette }));
const Palette = lazy(load);

/** Ctrl or Cmd with K, everywhere; the slash alone where nobody types. It comes when it is first asked for. */
export function PaletteHost({ commands }: { commands: readonly Command[] }) {
  const isOpen = useOpening();
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      if (!isChord && singleKey(event) !== "/") return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return wasOpen ? (
    <Suspense>
      <Palette commands={commands} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
