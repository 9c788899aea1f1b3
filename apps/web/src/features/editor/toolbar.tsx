import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { type ReactNode, useId, useState } from "react";
import { m } from "#messages";
import { breakScene } from "./block-acts.ts";
import { LinkIcon, ListIcon } from "./icons.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { moveFocus } from "./move-focus.ts";
import type { PictureDesk } from "./pictures/picture-desk.ts";
import { StructurePopover } from "./structure-popover.tsx";
import { TableTools } from "./table-tools.tsx";
import { useEditorState } from "./use-editor-state.ts";
import { linkAt, toggleHeading } from "./writing-acts.ts";

type Tool = { name: string; sign: ReactNode; keys?: string; isOn?: boolean; act: () => void };

export function Toolbar({ editor, pictures }: { editor: Editor; pictures: PictureDesk }) {
  const structureId = useId();
  const [isLinking, setLinking] = useState(false);
  const on = useEditorState(editor, () => activeIn(editor)).split(" ");
  const run = (command: Command) => () => void command(editor.state, editor.view.dispatch);
  const tools: Tool[] = [
    {
      name: m.editor_tools_strong(),
      sign: <b>B</b>,
      keys: "B",
      isOn: on.includes("strong"),
      act: () => editor.commands.toggleMark("strong"),
    },
    {
      name: m.editor_tools_emphasis(),
      sign: <em>I</em>,
      keys: "I",
      isOn: on.includes("emphasis"),
      act: () => editor.commands.toggleMark("emphasis"),
    },
    { name: m.editor_tools_heading(), sign: "H", isOn: on.includes("heading"), act: run(toggleHeading) },
    {
      name: m.editor_tools_quote(),
      sign: "“",
      isOn: on.includes("blockquote"),
      act: () => editor.commands.toggleWrap("blockquote"),
    },
    {
      name: m.editor_tools_list(),
      sign: <ListIcon />,
      isOn: on.includes("bulletList"),
      act: () => editor.commands.toggleList("bulletList", "listItem"),
    },
    { name: m.editor_tools_break(), sign: "⁂", act: run(breakScene) },
    { name: m.editor_tools_link(), sign: <LinkIcon />, isOn: on.includes("link"), act: () => setLinking(true) },
  ];
  return (
    <>
      <div role="toolbar" aria-label={m.editor_tools_name()} className="writing-tools">
        {tools.map(({ name, sign, keys, isOn, act }, index) => (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={keys ? `${name} (${ctrl}${keys})` : name}
            aria-pressed={isOn}
            tabIndex={index === 0 ? 0 : -1}
            // The words keep the focus and the selection that the tool is for.
            onKeyDown={moveFocus}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              act();
              if (name !== m.editor_tools_link()) editor.view.focus();
            }}
          >
            {sign}
          </button>
        ))}
        <button
          type="button"
          popoverTarget={structureId}
          aria-label={m.editor_structure_open()}
          title={m.editor_structure_open()}
          tabIndex={-1}
          onKeyDown={moveFocus}
          onMouseDown={(event) => event.preventDefault()}
        >
          {"¶"}
        </button>
      </div>
      <StructurePopover {...{ editor, pictures }} id={structureId} />
      <TableTools editor={editor} />
      <LinkDialog editor={editor} isOpen={isLinking} onClose={() => setLinking(false)} />
    </>
  );
}

const ctrl = typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.userAgent) ? "⌘" : "Ctrl+";

function activeIn(editor: Editor): string {
  const names = ["strong", "emphasis", "heading", "blockquote", "bulletList"].filter((name) => editor.isActive(name));
  return [...names, ...(linkAt(editor.state) === null ? [] : ["link"])].join(" ");
}
