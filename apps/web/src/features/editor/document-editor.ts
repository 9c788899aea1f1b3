import { type Document, docVersion, type TopBlock } from "@muejam/prose/document";
import { editorSchema } from "@muejam/prose/editor-schema";
import { isSame } from "@muejam/prose/same";
import { sanitise } from "@muejam/prose/sanitise";
import { Editor, type EditorOptions } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { BlockIds } from "./block-ids.ts";
import { documentMarks } from "./document-marks.ts";
import { documentNodes } from "./document-nodes.ts";
import { Footnotes } from "./footnotes.ts";
import { Pasting } from "./paste/pasting.ts";
import { Readings } from "./readings.ts";
import { Tables } from "./tables.ts";
import { Typing } from "./typing.ts";

export function makeEditor(content: Document, { extensions = [], ...options }: Partial<EditorOptions>): Editor {
  const own = [...documentNodes, ...documentMarks, BlockIds, Readings, Typing, Footnotes, Tables, Pasting];
  const editor = new Editor({
    extensions: [...own, ...extensions],
    schemaSpec: editorSchema.spec,
    // The security policy allows no style that a script puts into the page.
    injectCSS: false,
    content,
    ...options,
  });
  for (const [index, block] of content.content.entries()) known.set(editor.state.doc.child(index), block);
  return editor;
}

const known = new WeakMap<Node, TopBlock>();

/** A block that did not change is the same object again, so that comparing and counting cost little. */
export function documentOf({ state }: Editor): Document {
  return { type: "doc", attrs: { docVersion }, content: state.doc.content.content.map(blockOf) };
}

/** Puts other words before the author: blocks that stay are left alone, and the caret stands where it stood. */
export function showDocument(editor: Editor, document: Document): void {
  const { doc, tr: change, schema } = editor.state;
  const before = doc.content.content;
  const here = new Map(before.map((node) => [node.attrs["id"], node]));
  const after = document.content.map((block) => {
    const node = here.get(block.attrs.id);
    return node && isSame(blockOf(node), block) ? node : schema.nodeFromJSON(block);
  });
  const start = countShared(before, after);
  const end = countShared(before.slice(start).reverse(), after.slice(start).reverse());
  if (start + end === before.length && start + end === after.length) return;
  const { anchor, head } = editor.state.selection;
  const places = [anchor, head].map((position) => placeOf(doc, position));
  const to = doc.content.size - sizeOf(before.slice(before.length - end));
  change.replaceWith(sizeOf(before.slice(0, start)), to, after.slice(start, after.length - end));
  const [from = 0, until = from] = places.map((place) => positionOf(change.doc, place));
  change.setSelection(TextSelection.between(change.doc.resolve(from), change.doc.resolve(until)));
  // What others wrote is not for this author to undo.
  editor.view.dispatch(change.setMeta("addToHistory", false));
}

function blockOf(node: Node): TopBlock {
  const made = known.get(node);
  if (made) return made;
  // safe: the editor's schema lets no other block stand here, and the server looks again.
  const block = sanitise(node.toJSON()) as TopBlock;
  known.set(node, block);
  return block;
}

/** A place by its block's name, which outlives whatever is put before it. */
type Place = { id: unknown; offset: number; position: number };

function placeOf(doc: Node, position: number): Place {
  const $at = doc.resolve(position);
  const start = $at.posAtIndex($at.index(0), 0);
  return { id: doc.maybeChild($at.index(0))?.attrs["id"], offset: position - start, position };
}

function positionOf(doc: Node, { id, offset, position }: Place): number {
  let found = Math.min(position, doc.content.size);
  doc.forEach((node, start) => {
    if (node.attrs["id"] === id) found = start + Math.min(offset, node.nodeSize - 1);
  });
  return found;
}

function countShared(some: readonly Node[], others: readonly Node[]): number {
  const parted = some.findIndex((node, index) => node !== others[index]);
  return parted < 0 ? some.length : parted;
}

const sizeOf = (nodes: readonly Node[]) => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
