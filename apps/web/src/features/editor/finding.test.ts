import { newBlockId } from "@muejam/prose/block-id";
import type { Document, TopBlock } from "@muejam/prose/document";
import { walk } from "@muejam/prose/walk";
import { history, redo, undo } from "@tiptap/pm/history";
import type { Command } from "@tiptap/pm/state";
import { DecorationSet } from "@tiptap/pm/view";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { documentOf, makeEditor } from "./document-editor.ts";
import { finding, findingIn, replaceAll, replaceOne, seek, step, stopFinding } from "./finding.ts";
import type { Sought } from "./sought.ts";

const textsOf = (document: Document) => Array.from(walk(document), ({ text }) => text);
const sought = (words: string, how: Partial<Sought> = {}): Sought => ({
  words,
  isCaseKept: false,
  isWhole: false,
  language: "en",
  ...how,
});

function open(...blocks: TopBlock[]) {
  const editor = makeEditor(chapter(...blocks), { element: null });
  editor.registerPlugin(history());
  const act = (command: Command) => command(editor.state, (change) => editor.view.dispatch(change));
  const selected = () => {
    const { doc, selection } = editor.state;
    return doc.textBetween(selection.from, selection.to);
  };
  const found = () => {
    const { places, at } = findingIn(editor.state) ?? { places: [], at: -1 };
    return [at + 1, places.length];
  };
  return { editor, act, selected, found, texts: () => textsOf(documentOf(editor)) };
}

const words = (text: string, ...marks: ("strong" | "emphasis")[]) => ({
  type: "text" as const,
  text,
  marks: marks.map((type) => ({ type })),
});
const inline = (...content: (Extract<TopBlock, { type: "paragraph" }>["content"] & object)[number][]): TopBlock => ({
  type: "paragraph",
  attrs: { id: newBlockId(), dir: null, lang: null },
  content,
});

test("places are found across marks and blocks, in footnotes too, and one leads to the next and round again", () => {
  const note = { type: "footnote" as const, attrs: { id: newBlockId() }, content: [words("The sea.")] };
  const { editor, found, selected } = open(
    inline(words("The s"), words("e", "strong"), words("a"), note, words(" at sea")),
    paragraph("Sea, and more."),
  );
  const before = editor.state.doc;
  seek(editor, sought("sea"));
  expect([found(), selected()]).toEqual([[1, 4], "sea"]);
  step(editor, 1);
  step(editor, 1);
  step(editor, 1);
  expect([found(), selected()]).toEqual([[4, 4], "Sea"]);
  step(editor, 1);
  expect(found()).toEqual([1, 4]);
  step(editor, -1);
  expect(found()).toEqual([4, 4]);
  expect(editor.state.doc).toBe(before);
  stopFinding(editor);
  expect(findingIn(editor.state)).toBeNull();
});

test("it begins where the author is, and follows what is written meanwhile", () => {
  const { editor, found } = open(paragraph("one two"), paragraph("one two"), paragraph("one two"));
  editor.commands.setTextSelection(12);
  seek(editor, sought("two"));
  expect(found()).toEqual([2, 3]);
  editor.view.dispatch(editor.state.tr.insertText("two ", 1));
  expect(found()).toEqual([3, 4]);
  editor.view.dispatch(editor.state.tr.delete(0, editor.state.doc.child(0).nodeSize));
  expect(found()).toEqual([1, 2]);
});

test("one is replaced after the other, in the letters they stood in, and what comes in is not found again", () => {
  const { editor, found, texts } = open(inline(words("A "), words("cat", "emphasis"), words(" and a cat.")));
  seek(editor, sought("cat"));
  replaceOne(editor, "cat’s cat");
  expect(found()).toEqual([3, 3]);
  expect(texts()).toEqual(["A cat’s cat and a cat."]);
  expect(JSON.stringify(documentOf(editor))).toContain('"text":"cat’s cat","marks":[{"type":"emphasis"}]');
  replaceOne(editor, "");
  expect(texts()).toEqual(["A cat’s cat and a ."]);
});

test("all are replaced in one step of their own", () => {
  const { editor, act, texts } = open(paragraph("cat cat"), paragraph("a cat"));
  editor.view.dispatch(editor.state.tr.insertText("cat ", 1));
  seek(editor, sought("cat"));
  expect(replaceAll(editor, "tiger")).toBe(4);
  expect(texts()).toEqual(["tiger tiger tiger", "a tiger"]);
  act(undo);
  expect(texts()).toEqual(["cat cat cat", "a cat"]);
  act(redo);
  expect(texts()).toEqual(["tiger tiger tiger", "a tiger"]);
  act(undo);
  act(undo);
  expect(texts()).toEqual(["cat cat", "a cat"]);
});

test("looking leaves no step to undo", () => {
  const { editor, act, texts } = open(paragraph("one two"));
  editor.view.dispatch(editor.state.tr.insertText("x", 1));
  seek(editor, sought("two"));
  step(editor, 1);
  stopFinding(editor);
  act(undo);
  expect(texts()).toEqual(["one two"]);
});

test("there is nothing to replace where nothing is found", () => {
  const { editor, found, texts } = open(paragraph("one"));
  seek(editor, sought("two"));
  step(editor, 1);
  replaceOne(editor, "three");
  expect([found(), replaceAll(editor, "three"), texts()]).toEqual([[1, 0], 0, ["one"]]);
});

test("a word that stands everywhere is counted everywhere, marked around the place that is shown, and replaced", () => {
  const line = "The tide went out past the lantern and the keeper counted what the sea had left.";
  const { editor, found, act, texts } = open(...Array.from({ length: 1_000 }, () => paragraph(line)));
  seek(editor, sought("the"));
  expect(found()).toEqual([1, 4_000]);
  step(editor, -1);
  const marks = finding.props.decorations?.call(finding, editor.state);
  expect(marks instanceof DecorationSet && marks.find().length).toBe(401);
  expect(replaceAll(editor, "that")).toBe(4_000);
  expect(new Set(texts())).toEqual(
    new Set(["that tide went out past that lantern and that keeper counted what that sea had left."]),
  );
  act(undo);
  expect(new Set(texts())).toEqual(new Set([line]));
});
