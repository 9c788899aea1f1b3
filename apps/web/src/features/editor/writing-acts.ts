import type { Attrs, Node } from "@tiptap/pm/model";
import type { Command, EditorState } from "@tiptap/pm/state";
import { nodeType } from "./block-acts.ts";

/** Unlike ProseMirror's own `setBlockType`, leaves each block its id. */
export function turnInto(name: "paragraph" | "heading", attrs: Attrs = {}): Command {
  return (state, dispatch) => {
    const type = nodeType(state.schema, name);
    const change = state.tr;
    for (const { node, position } of wordsIn(state)) {
      const place = state.doc.resolve(position);
      if (!place.parent.canReplaceWith(place.index(), place.index() + 1, type)) return false;
      change.setNodeMarkup(position, type, { ...node.attrs, ...attrs });
    }
    dispatch?.(change.scrollIntoView());
    return change.docChanged;
  };
}

/** What follows a heading is a paragraph, even when the heading itself is split. */
export const splitHeading: Command = ({ selection, schema, tr }, dispatch) => {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== "heading" || $from.parentOffset === 0) return false;
  const { dir, lang } = $from.parent.attrs;
  dispatch?.(tr.split($from.pos, 1, [{ type: nodeType(schema, "paragraph"), attrs: { dir, lang } }]).scrollIntoView());
  return true;
};

/** A heading, unless everything is one already. */
export const toggleHeading: Command = (state, dispatch) => {
  const isHeading = wordsIn(state).every(({ node }) => node.type.name === "heading");
  return turnInto(isHeading ? "paragraph" : "heading")(state, dispatch);
};

/** Null takes the link away. Without a selection it is the whole link around the caret. */
export function linkTo(href: string | null): Command {
  return ({ selection, schema, tr }, dispatch) => {
    const link = schema.marks["link"];
    const { from, to } = selection.empty ? linkAround(selection.$from) : selection;
    if (!link || from === to) return false;
    tr.removeMark(from, to, link);
    dispatch?.(href === null ? tr : tr.addMark(from, to, link.create({ href })));
    return true;
  };
}

/** The address of the link at the selection. */
export function linkAt({ selection }: EditorState): string | null {
  const marks = selection.empty ? selection.$from.marks() : (selection.$from.nodeAfter?.marks ?? []);
  return marks.find(({ type }) => type.name === "link")?.attrs["href"] ?? null;
}

function wordsIn({ doc, selection }: EditorState): { node: Node; position: number }[] {
  const found: { node: Node; position: number }[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (node.type.name === "paragraph" || node.type.name === "heading") found.push({ node, position });
  });
  return found;
}

function linkAround($at: EditorState["selection"]["$from"]): { from: number; to: number } {
  const isLinked = (node: Node) => node.marks.some(({ type }) => type.name === "link");
  const start = $at.start();
  const spans: { from: number; to: number }[] = [];
  $at.parent.forEach((node, offset) => {
    if (isLinked(node)) spans.push({ from: start + offset, to: start + offset + node.nodeSize });
  });
  return spans.find(({ from, to }) => from <= $at.pos && $at.pos <= to) ?? { from: $at.pos, to: $at.pos };
}
