import type { Editor } from "@tiptap/core";
import { lazy, Suspense, useRef, useState } from "react";
import { m } from "#messages";

const StructureMenu = lazy(async () => ({ default: (await import("./structure-menu.tsx")).StructureMenu }));

/** What is rarer than the tools in the bar comes when it is asked for. */
export function StructurePopover({ editor, id }: { editor: Editor; id: string }) {
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    popover.current?.hidePopover();
    editor.view.focus();
  };
  return (
    <div
      id={id}
      ref={popover}
      popover="auto"
      role="group"
      aria-label={m.editor_structure_open()}
      className="bar-popover structure-menu"
      onToggle={({ newState }) => setOpen(newState === "open")}
    >
      {isOpen ? (
        <Suspense>
          <StructureMenu editor={editor} onDone={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
