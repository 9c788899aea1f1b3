import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { m } from "#messages";
import { useEditorState } from "../use-editor-state.ts";
import { nameOf, panelAsked } from "./figure-view.ts";
import { isSelected, pictureAt } from "./picture-acts.ts";

/** Says which picture is selected, and hears when its panel is asked for. */
export function PictureTold({ editor, onAsk }: { editor: Editor; onAsk: () => void }) {
  const name = useEditorState(editor, () => {
    const found = isSelected(editor.state) ? pictureAt(editor.state) : null;
    return found && nameOf(found.node);
  });
  useEffect(() => {
    const { dom } = editor.view;
    dom.addEventListener(panelAsked, onAsk);
    return () => dom.removeEventListener(panelAsked, onAsk);
  });
  return (
    <p className="sr-only" aria-live="polite">
      {name === null ? "" : m.editor_picture_selected({ name })}
    </p>
  );
}
