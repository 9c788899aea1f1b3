import { type ComponentType, useEffect, useState } from "react";
import { singleKey } from "../../lib/single-keys.ts";
import { setOpen, useOpening } from "./opening.ts";
import type { Command } from "./use-entries.ts";

type PaletteProps = { commands: readonly Command[]; isOpen: boolean; onClose: () => void };

/** Ctrl or Cmd with K, everywhere; the slash alone where nobody types. It comes when it is first asked for. */
export function PaletteHost({ commands }: { commands: readonly Command[] }) {
  const isOpen = useOpening();
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  useEffect(() => {
    if (!isOpen || Palette) return;
    const fetchIt = async () => {
      try {
        const file = await import("./palette.tsx");
        setPalette(() => file.Palette);
      } catch (error) {
        // The page is whole without it, and whoever asks again may be luckier.
        setOpen(false);
        throw error;
      }
    };
    void fetchIt();
  }, [isOpen, Palette]);
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
  return Palette ? <Palette commands={commands} isOpen={isOpen} onClose={() => setOpen(false)} /> : null;
}
