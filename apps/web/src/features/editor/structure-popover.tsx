import type { Editor } from "@tiptap/core";
import { lazy, Suspense, useRef, useState } from "react";
import { m } from "#messages";
import type { PictureDesk } from "./pictures/picture-desk.ts";

const StructureMenu = lazy(async () => ({ default: (await import("./structure-menu.tsx")).StructureMenu }));

/** What is rarer than the tools in the bar comes when it is asked for. */
export function StructurePopover({ editor, pictures, id }: { editor: Editor; pictures: PictureDesk; id: string }) {
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
          <StructureMenu {...{ editor, pictures }} onDone={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
