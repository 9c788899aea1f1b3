import type { Direction } from "@muejam/prose/document";
import type { Node, NodeType } from "@tiptap/pm/model";
import { type Command, type EditorState, Selection } from "@tiptap/pm/state";

/**
 * Between blocks of the document's own level. It takes the place of an empty paragraph, and there is always a line to
 * write on after it; the caret goes into the block where words may stand in it, else behind it.
 */
export function putBlock(make: (schema: EditorState["schema"]) => Node): Command {
  return (state, dispatch) => {
    const { $from, to } = state.selection;
    const isEmpty = $from.depth === 1 && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
    const after = $from.depth > 0 ? $from.after(1) : to;
    const start = isEmpty ? $from.before(1) : after;
    const block = make(state.schema);
    const change = state.tr.replaceWith(start, after, block);
    const end = start + block.nodeSize;
    if (!change.doc.resolve(end).nodeAfter?.isTextblock)
      change.insert(end, nodeType(state.schema, "paragraph").create());
    const caret = Selection.near(change.doc.resolve(block.isLeaf ? end : start + 1));
    dispatch?.(change.setSelection(caret).scrollIntoView());
    return true;
  };
}

export const breakScene = putBlock((schema) => nodeType(schema, "sceneBreak").create());

/** Null: as what is around it. A list, quote or table goes along when all its words are meant. */
export function setOfBlocks(attrs: { dir: Direction | null } | { lang: string | null }): Command {
  return (state, dispatch) => {
    const change = state.tr;
    for (const { node, position } of blocksAt(state))
      for (const [name, value] of Object.entries(attrs))
        if (node.attrs[name] !== value) change.setNodeAttribute(position, name, value);
    dispatch?.(change);
    return change.docChanged;
  };
}

/** What the block at the caret says of itself, or the first that is selected. */
export function ownOf({ selection: { $from } }: EditorState): { dir: Direction | null; lang: string | null } {
  const block = isBetween($from) ? $from.nodeAfter : $from.node(Math.max(1, wordsDepth($from)));
  const { dir = null, lang = null } = block?.attrs ?? {};
  return { dir, lang };
}

/** As where a whole picture is selected, or all there is. */
const isBetween = ({ parent }: Selection["$from"]): boolean => !parent.inlineContent;

function blocksAt({ doc, selection }: EditorState): { node: Node; position: number }[] {
  const { $from, $to } = selection;
  const from = isBetween($from) ? selection.from : $from.start(wordsDepth($from));
  const to = isBetween($to) ? selection.to : $to.end(wordsDepth($to));
  const found: { node: Node; position: number }[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if ("dir" in node.attrs && isWithin(node, position, [from, to])) found.push({ node, position });
  });
  return found;
}

/** Whether every word of the block lies between the two. */
function isWithin(block: Node, position: number, [from, to]: [number, number]): boolean {
  let isAll = true;
  const look = (node: Node, at: number) => {
    if (node.isTextblock && (at + 1 < from || at + node.nodeSize - 1 > to)) isAll = false;
  };
  look(block, position);
  block.descendants((node, offset) => look(node, position + 1 + offset));
  return isAll;
}

/** A footnote's words stand in it, and it stands among the words of its block. */
function wordsDepth($at: Selection["$from"]): number {
  return $at.parent.isInline ? $at.depth - 1 : $at.depth;
}

export function nodeType(schema: EditorState["schema"], name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`The document has no ${name}.`);
  return type;
}
