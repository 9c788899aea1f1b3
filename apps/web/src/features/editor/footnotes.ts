import { limits } from "@muejam/prose/limits";
import { type Editor, Extension } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type Command, type EditorState, Plugin, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { nodeType } from "./block-acts.ts";

/** Behind what is selected; the caret goes into it. */
export const putFootnote: Command = ({ doc, schema, selection: { $to }, tr }, dispatch) => {
  const type = nodeType(schema, "footnote");
  const isRoom = $to.parent.isTextblock && $to.parent.canReplaceWith($to.index(), $to.index(), type);
  if (!isRoom || footnotesOf(doc).length >= limits.footnoteCountMax) return false;
  tr.insert($to.pos, type.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView());
  return true;
};

export type FootnoteWords = { id: string; words: string };
const found = new WeakMap<Node, FootnoteWords[]>();

/** In their order. A block that did not change is not looked through again. */
export function footnotesOf(doc: Node): FootnoteWords[] {
  return doc.content.content.flatMap((block) => {
    const known = found.get(block);
    if (known) return known;
    const here: FootnoteWords[] = [];
    block.descendants((node) => {
      if (node.type.name === "footnote") here.push({ id: String(node.attrs["id"]), words: node.textContent });
    });
    found.set(block, here);
    return here;
  });
}

/** Puts the caret behind the footnote's words, which shows them. */
export function openFootnote({ state, view }: Editor, id: string): void {
  let end: number | undefined;
  state.doc.descendants((node, position) => {
    if (node.type.name === "footnote" && node.attrs["id"] === id) end = position + node.nodeSize - 1;
    return end === undefined;
  });
  if (end !== undefined) goTo(view, end);
}

export const Footnotes = Extension.create({
  name: "footnotes",
  priority: 1100,
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: showOpen, handleDOMEvents: { mousedown } } })],
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (act: Command) => () => act(editor.state, editor.view.dispatch);
    const walk = (isLeft: boolean) => () => run(step(isLeft === isRightToLeft(editor.view)))();
    return {
      "Mod-Alt-f": run(putFootnote),
      Enter: run(leave),
      "Shift-Enter": run(leave),
      Escape: run(leave),
      ArrowRight: walk(false),
      ArrowLeft: walk(true),
      Backspace: () => run(removeEmpty)() || run(step(false))(),
      Delete: () => run(removeEmpty)() || run(step(true))(),
    };
  },
});

const isFootnote = (node: Node | null | undefined) => node?.type.name === "footnote";

const emptyLine = () => document.createElement("br");

function showOpen({ doc, selection: { $from } }: EditorState): DecorationSet | null {
  if (!isFootnote($from.parent)) return null;
  // Browsers put no caret, and so no words, into what holds nothing.
  const line = $from.parent.content.size === 0 ? [Decoration.widget($from.pos, emptyLine, { side: 1 })] : [];
  return DecorationSet.create(doc, [Decoration.node($from.before(), $from.after(), { class: "is-open" }), ...line]);
}

/** On its number: into the footnote, and back into the text. */
function mousedown(view: EditorView, event: MouseEvent): boolean {
  const { target } = event;
  const words = target instanceof Element && target.matches(".footnote-number") ? target.nextElementSibling : null;
  if (!words) return false;
  const start = view.posAtDOM(words, 0);
  const $in = view.state.doc.resolve(start);
  if (!isFootnote($in.parent)) return false;
  event.preventDefault();
  goTo(view, $in.pos <= view.state.selection.from && view.state.selection.to <= $in.end() ? $in.after() : $in.end());
  return true;
}

const leave: Command = ({ doc, selection: { $from }, tr }, dispatch) => {
  if (!isFootnote($from.parent)) return false;
  dispatch?.(tr.setSelection(TextSelection.create(doc, $from.after())).scrollIntoView());
  return true;
};

/** Into the footnote beside the caret, or out of the one that it is in; never past hidden words unseen. */
function step(isForward: boolean): Command {
  return ({ doc, selection: { $from, empty }, tr }, dispatch) => {
    const to = empty ? nextPlace($from, isForward) : null;
    if (to === null) return false;
    dispatch?.(tr.setSelection(TextSelection.create(doc, to)).scrollIntoView());
    return true;
  };
}

function nextPlace($at: ResolvedPos, isForward: boolean): number | null {
  if (!isFootnote($at.parent))
    return isFootnote(isForward ? $at.nodeAfter : $at.nodeBefore) ? $at.pos + (isForward ? 1 : -1) : null;
  if ($at.pos !== (isForward ? $at.end() : $at.start())) return null;
  return isForward ? $at.after() : $at.before();
}

const removeEmpty: Command = ({ selection: { $from }, tr }, dispatch) => {
  if (!isFootnote($from.parent) || $from.parent.content.size > 0) return false;
  dispatch?.(tr.delete($from.before(), $from.after()));
  return true;
};

function goTo(view: EditorView, position: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)).scrollIntoView());
  view.focus();
}

function isRightToLeft(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.selection.from);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === "rtl";
}
