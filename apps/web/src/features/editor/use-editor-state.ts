import type { Editor } from "@tiptap/core";
import { useSyncExternalStore } from "react";

/** What `read` says of the editor, anew with each change; a text, so that only another one draws again. */
export function useEditorState<Said extends string | null>(editor: Editor, read: () => Said): Said {
  return useSyncExternalStore((tell) => {
    editor.on("transaction", tell);
    return () => void editor.off("transaction", tell);
  }, read);
}
