import type { Picture } from "@muejam/contracts/media";
import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state";
import { nodeType, putBlock } from "../block-acts.ts";

/** What stands in the document of a picture that nobody has described yet. */
const bare = (media: string) => ({ media, alt: null, width: null, height: null });

/** Between the blocks of the document's own level, and selected, so that it can be described at once. */
export const putPicture =
  (media: string): Command =>
  (state, dispatch) =>
    putBlock((schema) => nodeType(schema, "figure").create(bare(media)))(
      state,
      dispatch && ((change) => dispatch(closeHistory(selected(change)))),
    );

export type Found = { node: Node; position: number };

/** The picture that is selected, or whose caption the caret is in. */
export function pictureAt({ selection }: EditorState): Found | null {
  if (selection instanceof NodeSelection && isFigure(selection.node))
    return { node: selection.node, position: selection.from };
  const { $from } = selection;
  return isFigure($from.parent) ? { node: $from.parent, position: $from.before() } : null;
}

export const isSelected = ({ selection }: EditorState): boolean =>
  selection instanceof NodeSelection && isFigure(selection.node);

/** Selects it where it stands. */
export function markPicture(position: number): Command {
  return (state, dispatch) => {
    if (!isFigure(state.doc.nodeAt(position))) return false;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, position)));
    return true;
  };
}

/** Goes to it. */
export const selectPicture =
  (position: number): Command =>
  (state, dispatch) =>
    markPicture(position)(state, dispatch && ((change) => dispatch(change.scrollIntoView())));

/** By the name of its block, which outlives whatever comes in while somebody thinks of words. `alt` is empty for one that only decorates. */
export const describe = (id: string, alt: string): Command => setAt(id, { alt });

/** Another picture in its place; what was said of the one need not be true of the other. */
export const replacePicture = (id: string, media: string): Command => setAt(id, bare(media));

export function removePicture(id: string): Command {
  return (state, dispatch) => {
    const found = findPicture(state, id);
    if (!found) return false;
    const change = state.tr.setSelection(NodeSelection.create(state.doc, found.position)).deleteSelection();
    dispatch?.(closeHistory(change).scrollIntoView());
    return true;
  };
}

export const findPicture = (state: EditorState, id: string): Found | null => findBy(state, "id", id);

export const isNamed = (state: EditorState, media: string): boolean => findBy(state, "media", media) !== null;

/** Past the block before it or after it. */
export function movePicture(way: 1 | -1): Command {
  return (state, dispatch) => {
    const found = pictureAt(state);
    if (!found) return false;
    const { node, position } = found;
    const $at = state.doc.resolve(way < 0 ? position : position + node.nodeSize);
    const passed = way < 0 ? $at.nodeBefore : $at.nodeAfter;
    if (!passed || (way < 0 && isFirstBehindWords(state, position))) return true;
    const to = way < 0 ? position - passed.nodeSize : position + passed.nodeSize;
    const change = state.tr.delete(position, position + node.nodeSize).insert(to, node);
    dispatch?.(change.setSelection(NodeSelection.create(change.doc, to)).scrollIntoView());
    return true;
  };
}

/** An item of a list begins with words. */
function isFirstBehindWords({ doc }: EditorState, position: number): boolean {
  const $at = doc.resolve(position);
  return $at.parent.type.name === "listItem" && $at.index() === 1;
}

/** What the server calls the pictures that it has. Nobody's doing, so nobody undoes it. */
export function nameAnew(state: EditorState, named: (media: string) => Picture | null) {
  const change = state.tr;
  state.doc.descendants((node, position) => {
    if (!isFigure(node)) return !node.isTextblock;
    const picture = named(String(node.attrs["media"]));
    if (!picture) return false;
    change.setNodeAttribute(position, "media", picture.id);
    change.setNodeAttribute(position, "width", picture.width);
    change.setNodeAttribute(position, "height", picture.height);
    return false;
  });
  return change.docChanged ? change.setMeta("addToHistory", false) : null;
}

/** Out of the caption, into the line that is always there after it. */
export const leaveCaption: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!isFigure($from.parent)) return false;
  const after = $from.after();
  const change = state.tr;
  if (change.doc.resolve(after).nodeAfter?.type.name !== "paragraph")
    change.insert(after, nodeType(state.schema, "paragraph").create());
  dispatch?.(change.setSelection(TextSelection.create(change.doc, after + 1)).scrollIntoView());
  return true;
};

/** From a selected picture: forward into its caption, back before it, where a line is made if there is none. */
export function stepFromPicture(way: 1 | -1): Command {
  return (state, dispatch) => {
    const { selection, tr: change } = state;
    if (!isSelected(state)) return false;
    if (way > 0) change.setSelection(TextSelection.create(change.doc, selection.from + 1));
    else {
      const earlier = Selection.findFrom(state.doc.resolve(selection.from), -1);
      if (!earlier) change.insert(selection.from, nodeType(state.schema, "paragraph").create());
      change.setSelection(earlier ?? TextSelection.create(change.doc, selection.from + 1));
    }
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

/** From the edge of the words onto the picture that stands next, or from its caption's beginning onto it. */
export function stepOntoPicture(way: 1 | -1): Command {
  return (state, dispatch) => {
    const { $head, empty } = state.selection;
    if (!empty || !$head.parent.isTextblock) return false;
    if (way < 0 && isFigure($head.parent)) return selectPicture($head.before())(state, dispatch);
    if (way > 0 && isFigure($head.parent)) return leaveCaption(state, dispatch);
    const $edge = state.doc.resolve(way < 0 ? $head.before() : $head.after());
    const next = way < 0 ? $edge.nodeBefore : $edge.nodeAfter;
    return next !== null && selectPicture(way < 0 ? $edge.pos - next.nodeSize : $edge.pos)(state, dispatch);
  };
}

/** Whoever writes on with a picture selected writes its caption. */
export function writeCaption(words: string): Command {
  return (state, dispatch) => {
    const found = isSelected(state) ? pictureAt(state) : null;
    if (!found) return false;
    const end = found.position + found.node.nodeSize - 1;
    const change = state.tr.insertText(words, end);
    dispatch?.(change.setSelection(TextSelection.create(change.doc, end + words.length)).scrollIntoView());
    return true;
  };
}

function findBy({ doc }: EditorState, name: "id" | "media", value: string): Found | null {
  let found: Found | null = null;
  doc.descendants((node, position) => {
    if (isFigure(node) && node.attrs[name] === value) found = { node, position };
    return !found && !node.isTextblock;
  });
  return found;
}

function setAt(id: string, attrs: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const found = findPicture(state, id);
    if (!found) return false;
    const change = state.tr;
    for (const [name, value] of Object.entries(attrs)) change.setNodeAttribute(found.position, name, value);
    change.setSelection(NodeSelection.create(change.doc, found.position));
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

/** The caret has gone into its caption. */
const selected = (change: Transaction) =>
  change.setSelection(NodeSelection.create(change.doc, change.selection.$from.before()));
const isFigure = (node: Node | null): boolean => node?.type.name === "figure";
