import type { Passage } from "@muejam/prose/document";
import { closeHistory } from "@tiptap/pm/history";
import { type Node, NodeRange } from "@tiptap/pm/model";
import type { Command, EditorState } from "@tiptap/pm/state";

export type PassageNotice = Pick<Passage["attrs"], "notices" | "summary">;

/** Where the caret is, with its notice; null outside of every passage. */
export function passageAt({ selection }: EditorState): { node: Node; position: number } | null {
  const { $from } = selection;
  const node = $from.depth > 0 ? $from.node(1) : null;
  return node?.type.name === "passage" ? { node, position: $from.before(1) } : null;
}

/** Puts a notice before the blocks that are selected; false when one of them can stand in no passage. */
export function markPassage(attrs: PassageNotice): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes["passage"];
    const around = blocksAt(state);
    if (!type || !around) return false;
    const { from, to, blocks } = around;
    if (!type.validContent(blocks)) return false;
    const range = new NodeRange(state.doc.resolve(from), state.doc.resolve(to), 0);
    dispatch?.(closeHistory(state.tr).wrap(range, [{ type, attrs }]).scrollIntoView());
    return true;
  };
}

export function changePassage(attrs: PassageNotice): Command {
  return (state, dispatch) => {
    const here = passageAt(state);
    if (!here) return false;
    dispatch?.(closeHistory(state.tr).setNodeMarkup(here.position, undefined, { ...here.node.attrs, ...attrs }));
    return true;
  };
}

/** Its words stay where they stand. */
export const unmarkPassage: Command = (state, dispatch) => {
  const here = passageAt(state);
  if (!here) return false;
  const { doc, tr } = state;
  const end = here.position + here.node.nodeSize;
  dispatch?.(closeHistory(tr).lift(new NodeRange(doc.resolve(here.position + 1), doc.resolve(end - 1), 1), 0));
  return true;
};

function blocksAt({ doc, selection: { $from, $to } }: EditorState) {
  if ($from.depth === 0 || $to.depth === 0) return null;
  const [from, to] = [$from.before(1), $to.after(1)];
  return { from, to, blocks: doc.slice(from, to).content };
}
