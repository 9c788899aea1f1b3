import type { Editor } from "@tiptap/core";
import { useEffect } from "react";

/** The line that is written stays where the eyes are. Whoever scrolls by hand is left where they look until they write. */
export function useTypewriter(editor: Editor | null, isOn: boolean): void {
  useEffect(() => {
    if (!editor || !isOn) return undefined;
    document.documentElement.toggleAttribute("data-typewriter", true);
    const centre = () => {
      if (!editor.isFocused) return;
      const { top, bottom } = editor.view.coordsAtPos(editor.state.selection.head);
      const off = (top + bottom) / 2 - innerHeight / 2;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      // A part of a line is no other line.
      if (Math.abs(off) > (bottom - top) / 2) scrollBy({ top: off, behavior: isStill ? "instant" : "smooth" });
    };
    centre();
    editor.on("update", centre);
    editor.on("focus", centre);
    return () => {
      document.documentElement.removeAttribute("data-typewriter");
      editor.off("update", centre);
      editor.off("focus", centre);
    };
  }, [editor, isOn]);
}
