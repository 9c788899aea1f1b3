import type { Document } from "@muejam/prose/document";
import type { Editor } from "@tiptap/core";
import { memo, useEffect, useRef } from "react";
import { m } from "#messages";
import { directionOf } from "../../lib/direction.ts";
import { makeEditor } from "./document-editor.ts";
import type { PictureDesk } from "./pictures/picture-desk.ts";
import { pictures as showPictures } from "./pictures/pictures.ts";

type SurfaceProps = {
  /** What it opens with; later words come through `showDocument`. */
  document: Document;
  language: string;
  /** May change while it is open: the words, the caret and what can be undone stay. */
  isReadOnly: boolean;
  pictures: PictureDesk;
  onReady: (editor: Editor | null) => void;
  onChange: (editor: Editor) => void;
};

/** Where the chapter is written. React leaves the inside alone: ProseMirror draws it. */
export const Surface = memo(
  ({ document, language, isReadOnly, pictures, onReady, onChange }: SurfaceProps) => {
    const place = useRef<HTMLDivElement>(null);
    const first = useRef({ document, onReady });
    const now = useRef({ isReadOnly, onChange });
    const made = useRef<Editor>(null);
    useEffect(() => {
      const { document, onReady } = first.current;
      const editor = makeEditor(document, {
        element: place.current,
        editable: !now.current.isReadOnly,
        extensions: [showPictures(pictures)],
        editorProps: {
          attributes: () => ({
            role: "textbox",
            class: "prose writing-surface",
            lang: language,
            dir: directionOf(language),
            "aria-multiline": "true",
            "aria-readonly": String(now.current.isReadOnly),
            "aria-label": m.editor_text(),
            "data-begin": m.editor_begin(),
          }),
        },
        onUpdate: ({ editor }) => now.current.onChange(editor),
      });
      made.current = editor;
      onReady(editor);
      return () => {
        onReady(null);
        editor.destroy();
      };
    }, [language, pictures]);
    useEffect(() => {
      now.current = { isReadOnly, onChange };
      made.current?.setEditable(!isReadOnly, false);
    }, [isReadOnly, onChange]);
    return <div ref={place} />;
  },
  (before, after) => before.language === after.language && before.isReadOnly === after.isReadOnly,
);
