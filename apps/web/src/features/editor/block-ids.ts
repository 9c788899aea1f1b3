import { newBlockId } from "@muejam/prose/block-id";
import { isBlockId } from "@muejam/prose/values";
import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state";

/** What a split leaves twice, and what is new or pasted, gets an id of its own; the first of two keeps it. */
export const blockIds = new Plugin({
  appendTransaction: (transactions, _before, state) =>
    transactions.some(({ docChanged }) => docChanged) ? mended(state) : null,
  props: { transformPasted: (slice) => new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd) },
});

export const BlockIds = Extension.create({ name: "blockIds", addProseMirrorPlugins: () => [blockIds] });

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
