import { newBlockId } from "@muejam/prose/block-id";
import { isBlockId } from "@muejam/prose/values";
import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state";

/** What a split leaves twice, and what is new or pasted, gets an id of its own; the first of two keeps it. */
export const blockIds = new Plugin({
  appendTransaction: (transactions, _before, state) =>
    transactions.some(({ docChanged }) => docChanged) && !isNamed(state.doc) ? mended(state) : null,
  props: { transformPasted: (slice) => new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd) },
});

export const BlockIds = Extension.create({ name: "blockIds", addProseMirrorPlugins: () => [blockIds] });

const known = new WeakMap<Node, readonly string[] | null>();

/** With each key: a block that did not change is not looked through again. */
function isNamed(doc: Node): boolean {
  const seen = new Set<string>();
  return doc.content.content.every((block) => idsIn(block)?.every((id) => !seen.has(id) && seen.add(id)));
}

/** Null when one of them is none. */
function idsIn(block: Node): readonly string[] | null {
  const found = known.get(block);
  if (found !== undefined) return found;
  const ids = hasId(block) ? [block.attrs["id"]] : [];
  block.descendants((node) => void (hasId(node) && ids.push(node.attrs["id"])));
  const named = ids.every(isBlockId) ? ids : null;
  known.set(block, named);
  return named;
}

function mended(state: EditorState): Transaction | null {
  const seen = new Set<string>();
  const change = state.tr;
  state.doc.descendants((node, position) => {
    if (!hasId(node)) return;
    const { id } = node.attrs;
    const kept = isBlockId(id) && !seen.has(id) ? id : newBlockId();
    if (kept !== id) change.setNodeAttribute(position, "id", kept);
    seen.add(kept);
  });
  return change.docChanged ? change : null;
}

function withoutIds(content: Fragment): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => {
      const inner = node.isText ? node : node.copy(withoutIds(node.content));
      return hasId(node) ? node.type.create({ ...node.attrs, id: null }, inner.content, node.marks) : inner;
    }),
  );
}

const hasId = (node: Node) => "id" in (node.type.spec.attrs ?? {});
