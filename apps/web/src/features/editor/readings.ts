import type { Conflict } from "@muejam/prose/merge";
import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

export type Side = keyof Conflict;
type Place = { from: number; to: number };
type Marked = { known: readonly Conflict[]; marks: DecorationSet };

const key = new PluginKey<Marked>("readings");
const sides = ["mine", "theirs"] as const;

/** Both readings of what two have changed, marked in the text; whatever is written around them, the marks go along. */
export const readings = new Plugin<Marked>({
  key,
  state: {
    init: () => ({ known: [], marks: DecorationSet.empty }),
    apply(change, { known, marks }, _before, { doc }) {
      const mapped = marks.map(change.mapping, change.doc);
      const conflicts: readonly Conflict[] | undefined = change.getMeta(key);
      if (!conflicts) return { known, marks: mapped };
      const settled = mapped.find(undefined, undefined, ({ conflict }) => !conflicts.includes(conflict));
      const fresh = conflicts.filter((conflict) => !known.includes(conflict));
      const added = fresh.flatMap((conflict) => sides.flatMap((side) => markOf(doc, conflict, side)));
      return { known: conflicts, marks: mapped.remove(settled).add(doc, added) };
    },
  },
  props: { decorations: (state) => key.getState(state)?.marks },
});

export const Readings = Extension.create({ name: "readings", addProseMirrorPlugins: () => [readings] });

/** New ones are looked for where the merge put them, so right after it was shown. */
export function markReadings(editor: Editor, conflicts: readonly Conflict[]): void {
  if (conflicts === key.getState(editor.state)?.known) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, conflicts).setMeta("addToHistory", false));
}

/** False when a reading that has words can no longer be found; then only its author knows which words are meant. */
export function canChoose(editor: Editor, conflict: Conflict): boolean {
  const worded = sides.filter((side) => conflict[side].text !== "");
  return worded.length > 0 && worded.every((side) => placeOf(editor, conflict, side));
}

/** Takes the other reading away; undoing brings it back. */
export function keepReading(editor: Editor, conflict: Conflict, side: Side): void {
  const other = placeOf(editor, conflict, side === "mine" ? "theirs" : "mine");
  if (!other) return;
  const { doc, tr } = editor.state;
  const $from = doc.resolve(other.from);
  const isFirst = $from.parent.isTextblock && $from.parentOffset === 0 && other.to < $from.end();
  // A block does not begin with the space that parted its first words from the next.
  const space = isFirst && doc.textBetween(other.to, other.to + 1) === " " ? 1 : 0;
  editor.view.dispatch(tr.deleteRange(other.from, other.to + space));
}

/** Selects both readings, or leads to their block. */
export function showReadings(editor: Editor, conflict: Conflict): void {
  const { doc, tr } = editor.state;
  const places = sides.flatMap((side) => placeOf(editor, conflict, side) ?? []);
  const found = places.length > 0 ? places : sides.flatMap((side) => findBlock(doc, conflict[side].block) ?? []);
  if (found.length === 0) return;
  const from = doc.resolve(Math.min(...found.map((place) => place.from)));
  const to = doc.resolve(Math.max(...found.map((place) => place.to)));
  editor.view.dispatch(tr.setSelection(TextSelection.between(from, to)).scrollIntoView());
}

function placeOf(editor: Editor, conflict: Conflict, side: Side): Place | undefined {
  const { marks } = key.getState(editor.state) ?? {};
  const [mark] =
    marks?.find(undefined, undefined, (spec) => spec["conflict"] === conflict && spec["side"] === side) ?? [];
  return mark;
}

function markOf(doc: Node, conflict: Conflict, side: Side): Decoration[] {
  const { block, span, text } = conflict[side];
  const place = findBlock(doc, block);
  if (!place || text === "") return [];
  const attrs = { class: "told-reading" };
  if (!span) return [Decoration.node(place.from, place.to, attrs, { conflict, side })];
  const [from, to] = [positionAt(doc, place, span[0]), positionAt(doc, place, span[1])];
  return from === null || to === null || from >= to ? [] : [Decoration.inline(from, to, attrs, { conflict, side })];
}

function findBlock(doc: Node, id: string): Place | undefined {
  let place: Place | undefined;
  doc.descendants((node, from) => {
    if (node.attrs["id"] === id) place ??= { from, to: from + node.nodeSize };
    return !place;
  });
  return place;
}

/** A document counts a footnote as nothing, the editor counts its words: one that stands right there is left outside. */
function positionAt(doc: Node, { from }: Place, offset: number): number | null {
  const block = doc.nodeAt(from);
  let position = from + 1;
  let left = offset;
  for (const child of block?.content.content ?? []) {
    if (left === 0) break;
    const length = child.isText || child.isLeaf ? child.nodeSize : 0;
    if (length > left) return position + left;
    position += child.nodeSize;
    left -= length;
  }
  return left === 0 ? position : null;
}
