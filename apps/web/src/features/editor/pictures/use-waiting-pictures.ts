import type { Document } from "@muejam/prose/document";
import { figuresIn } from "@muejam/prose/figures";
import { useMemo, useSyncExternalStore } from "react";
import { isUnsent, type PictureBox } from "./picture-box.ts";

export type WaitingPictures = { count: number; areKept: boolean };

/** Those of the text that are on this device alone. */
export function useWaitingPictures(box: PictureBox, document: Document): WaitingPictures {
  const held = useSyncExternalStore(box.subscribe, box.read);
  const unsent = useMemo(() => [...held.values()].filter(isUnsent), [held]);
  return useMemo(() => {
    if (unsent.length === 0) return { count: 0, areKept: true };
    const named = new Set(Array.from(figuresIn(document), ({ attrs: { media } }) => media));
    const waiting = unsent.filter(({ key }) => named.has(key));
    return { count: waiting.length, areKept: waiting.every(({ isKept }) => isKept) };
  }, [unsent, document]);
}
