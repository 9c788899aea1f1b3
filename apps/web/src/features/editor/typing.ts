import { Extension, InputRule, wrappingInputRule } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import type { Command } from "@tiptap/pm/state";
import { breakScene } from "./block-acts.ts";
import { splitHeading, turnInto } from "./writing-acts.ts";

/** Keys, and what a line becomes that begins as such lines begin elsewhere: `## `, `> `, `- `, `1. `, `***`. */
export const Typing = Extension.create({
  name: "typing",
  priority: 1000,
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (act: Command) => () => act(editor.state, editor.view.dispatch);
    const mark = (name: string) => () => editor.commands.toggleMark(name);
    return {
      "Mod-b": mark("strong"),
      "Mod-i": mark("emphasis"),
      "Mod-u": mark("underline"),
      "Mod-Shift-x": mark("strike"),
      "Mod-Alt-0": run(turnInto("paragraph")),
      "Mod-Alt-2": run(turnInto("heading", { level: 2 })),
      "Mod-Alt-3": run(turnInto("heading", { level: 3 })),
      "Mod-Alt-4": run(turnInto("heading", { level: 4 })),
      "Mod-Shift-7": () => editor.commands.toggleList("orderedList", "listItem"),
      "Mod-Shift-8": () => editor.commands.toggleList("bulletList", "listItem"),
      "Mod-Shift-9": () => editor.commands.toggleWrap("blockquote"),
      "Mod-Enter": run(breakScene),
      "Shift-Enter": () => editor.commands.insertContent({ type: "hardBreak" }),
      Enter: () => editor.commands.splitListItem("listItem") || run(splitHeading)(),
      Tab: () => editor.commands.sinkListItem("listItem"),
      "Shift-Tab": () => editor.commands.liftListItem("listItem"),
      "Mod-z": run(undo),
      "Mod-y": run(redo),
      "Mod-Shift-z": run(redo),
    };
  },
  addInputRules() {
    const { nodes } = this.editor.schema;
    const typed = (name: string) => {
      const type = nodes[name];
      if (!type) throw new Error(`The document has no ${name}.`);
      return type;
    };
    return [
      new InputRule({
        find: /^(#{1,4})\s$/,
        handler: ({ state: { tr }, range, match: [, signs = ""] }) => {
          const place = tr.doc.resolve(range.from);
          if (place.depth !== 1) return;
          const attrs = { ...place.parent.attrs, level: Math.max(2, signs.length) };
          tr.delete(range.from, range.to).setNodeMarkup(place.before(), typed("heading"), attrs);
        },
      }),
      new InputRule({
        find: /^(\*\s?\*\s?\*|---)$/,
        handler: ({ state: { tr }, range }) => {
          const place = tr.doc.resolve(range.to);
          if (place.depth !== 1 || place.pos !== place.end()) return;
          tr.replaceWith(place.before(), place.after(), [typed("sceneBreak").create(), typed("paragraph").create()]);
        },
      }),
      wrappingInputRule({ find: /^>\s$/, type: typed("blockquote") }),
      wrappingInputRule({ find: /^[-*]\s$/, type: typed("bulletList") }),
      wrappingInputRule({
        find: /^(\d{1,6})\.\s$/,
        type: typed("orderedList"),
        getAttributes: ([, start]) => ({ start: Number(start) }),
      }),
    ];
  },
});
