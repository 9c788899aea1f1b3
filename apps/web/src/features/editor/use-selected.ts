import { countWords } from "@muejam/prose/words";
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

const restMs = 200;

/** The words that are selected, once the selection rests; nought when there is none. */
export function useSelected(editor: Editor | null, language: string): number {
  const [words, setWords] = useState(0);
  useEffect(() => {
    if (!editor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      clearTimeout(timer);
      if (editor.state.selection.empty) return setWords(0);
      timer = setTimeout(() => {
        const { doc, selection } = editor.state;
        setWords(countWords(doc.textBetween(selection.from, selection.to, "\n", "\n"), language));
      }, restMs);
    };
    editor.on("selectionUpdate", count);
    editor.on("update", count);
    return () => {
      clearTimeout(timer);
      editor.off("selectionUpdate", count);
      editor.off("update", count);
    };
  }, [editor, language]);
  return words;
}
