import type { Document } from "@muejam/prose/document";
import type { AnyExtension } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { onTestFinished } from "vitest";
import { documentOf, makeEditor } from "../features/editor/document-editor.ts";

// jsdom has no clipboard; the editor makes such an event of what it is given to paste.
Object.assign(globalThis, { ClipboardEvent: Event });

/** The editor as it stands in a page, without one that scrolls. */
export function openEditor(content: Document, extensions: AnyExtension[] = []) {
  const editor = makeEditor(content, {
    element: document.createElement("div"),
    extensions,
    editorProps: { handleScrollToSelection: () => true },
  });
  onTestFinished(() => editor.destroy());
  const act = (command: Command) => command(editor.state, (change) => editor.view.dispatch(change));
  const caret = (position: number, end = position) =>
    void editor.commands.setTextSelection({ from: position, to: end });
  const type = (text: string) => editor.view.dispatch(editor.state.tr.insertText(text));
  const press = (key: string, keys: KeyboardEventInit = {}) =>
    editor.view.someProp("handleKeyDown", (handle) =>
      handle(editor.view, new KeyboardEvent("keydown", { key, ...keys })),
    );
  return { editor, act, caret, type, press, read: () => documentOf(editor) };
}
