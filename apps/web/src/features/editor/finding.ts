import { cleanText } from "@muejam/prose/values";
import type { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Fragment, type Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type Sought, type Span, searchFor } from "./sought.ts";

/** What is looked for, every place where it stands, and the one that is shown. The document knows nothing of it. */
type Finding = { sought: Sought; look: (block: Node) => readonly Span[]; places: readonly Span[]; at: number };
type Found = Finding & { marks: DecorationSet };
type Asked = { sought: Sought; from: number } | { at: number } | { behind: number } | "nothing";

const key = new PluginKey<Found | null>("finding");

export const finding = new Plugin<Found | null>({
  key,
  state: {
    init: () => null,
    apply(change, found) {
      const asked: Asked | undefined = change.getMeta(key);
      if (asked === "nothing") return null;
      if (asked && "sought" in asked) return begin(change.doc, asked);
      if (!found) return null;
      if (asked && "at" in asked) return marked(change.doc, { ...found, at: asked.at });
      if (asked) return followed(change.doc, found, asked.behind);
      const here = found.places[found.at];
      return change.docChanged ? followed(change.doc, found, here ? change.mapping.map(here.from) : 0) : found;
    },
  },
  props: { decorations: (state) => key.getState(state)?.marks },
});

export const findingIn = (state: EditorState): Finding | null => key.getState(state) ?? null;

/** Begins at the selection, so that the author is led on from where they are. */
export function seek(editor: Editor, sought: Sought): void {
  if (!key.get(editor.state)) editor.registerPlugin(finding);
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(key, { sought, from: state.selection.from } satisfies Asked));
  select(editor);
}

/** The next place, or the one before; behind the last one comes the first. */
export function step(editor: Editor, by: 1 | -1): void {
  const found = findingIn(editor.state);
  if (!found || found.places.length === 0) return;
  const at = (found.at + by + found.places.length) % found.places.length;
  editor.view.dispatch(editor.state.tr.setMeta(key, { at } satisfies Asked));
  select(editor);
}

export function stopFinding(editor: Editor): void {
  if (findingIn(editor.state)) editor.view.dispatch(editor.state.tr.setMeta(key, "nothing" satisfies Asked));
}

/** The place that is shown; the next one is shown then. */
export function replaceOne(editor: Editor, words: string): void {
  const found = findingIn(editor.state);
  const place = found?.places[found.at];
  if (!place) return;
  const clean = cleanText(words);
  const change = put(closeHistory(editor.state.tr), [place], clean);
  editor.view.dispatch(change.setMeta(key, { behind: place.from + clean.length } satisfies Asked));
  select(editor);
}

/** All of them in one step, which one undoing takes back. How many they were. */
export function replaceAll(editor: Editor, words: string): number {
  const { places = [] } = findingIn(editor.state) ?? {};
  if (places.length === 0) return 0;
  const { doc, tr } = editor.state;
  const runs: Span[][] = [];
  let start = -1;
  for (const place of places) {
    const around = doc.resolve(place.from).start();
    if (around === start) runs.at(-1)?.push(place);
    else runs.push([place]);
    start = around;
  }
  const change = closeHistory(tr);
  // From the end, so that places that were found stay where they were.
  for (const run of runs.toReversed()) put(change, run, cleanText(words));
  editor.view.dispatch(change);
  return places.length;
}

/** Places in one block at once, each with the marks of the letter it begins with. */
function put(change: Transaction, run: readonly Span[], words: string): Transaction {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return change;
  const { doc } = change;
  const $first = doc.resolve(first.from);
  const inside = $first.parent.content;
  const parts = run.map(({ from, to }, index) => {
    const until = run[index + 1]?.from ?? to;
    const rest = inside.cut(to - $first.start(), until - $first.start());
    return words === "" ? rest : Fragment.from(doc.type.schema.text(words, doc.nodeAt(from)?.marks)).append(rest);
  });
  const fragment = parts.reduce((all, part) => all.append(part), Fragment.empty);
  return change.replaceWith(first.from, last.to, fragment);
}

/** Whoever stops looking goes on writing there. */
function select(editor: Editor): void {
  const { state, view } = editor;
  const found = findingIn(state);
  const place = found?.places[found.at];
  if (place) view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.from, place.to)));
}

function begin(doc: Node, { sought, from }: { sought: Sought; from: number }): Found | null {
  const search = searchFor(sought);
  if (!search) return null;
  const known = new WeakMap<Node, readonly Span[]>();
  const look = (block: Node) => {
    const spans = known.get(block) ?? search(textOf(block));
    known.set(block, spans);
    return spans;
  };
  const places = lookThrough(doc, look);
  return marked(doc, { sought, look, places, at: firstBehind(places, from) });
}

function followed(doc: Node, found: Found, from: number): Found {
  const places = lookThrough(doc, found.look);
  return marked(doc, { ...found, places, at: firstBehind(places, from) });
}

/** Blocks that did not change are not read again. */
function lookThrough(doc: Node, look: Finding["look"]): Span[] {
  const places: Span[] = [];
  doc.descendants((node, position) => {
    if (!node.inlineContent) return;
    for (const { from, to } of look(node)) places.push({ from: position + 1 + from, to: position + 1 + to });
  });
  return places.sort((one, other) => one.from - other.from);
}

/** As long as the block is, so that a place in one is a place in the other; a footnote's words are looked through apart. */
function textOf(block: Node): string {
  return block.content.content
    .map((child) => (child.isText ? (child.text ?? "") : child.isLeaf ? "\n" : "\ufffc".repeat(child.nodeSize)))
    .join("");
}

function firstBehind(places: readonly Span[], from: number): number {
  return Math.max(
    0,
    places.findIndex((place) => place.from >= from),
  );
}

/** A browser that draws tens of thousands of marks does nothing else. These are more than any screen shows. */
const markedMax = 400;

function marked(doc: Node, found: Finding): Found {
  const first = Math.max(0, found.at - markedMax);
  const marks = found.places
    .slice(first, found.at + markedMax)
    .map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: first + index === found.at ? "found found-here" : "found" }),
    );
  return { ...found, marks: DecorationSet.create(doc, marks) };
}
