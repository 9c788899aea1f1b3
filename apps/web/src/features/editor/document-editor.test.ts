// @vitest-environment jsdom
import type { Document } from "@muejam/prose/document";
import { joinWithPrevious, splitBlock } from "@muejam/prose/edit";
import { parseHtml } from "@muejam/prose/parse-html";
import { renderHtml } from "@muejam/prose/render-html";
import { validate } from "@muejam/prose/validate";
import { walk } from "@muejam/prose/walk";
import { joinBackward } from "@tiptap/pm/commands";
import { redo, undo } from "@tiptap/pm/history";
import { Slice } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { openEditor } from "../../test/open-editor.ts";
import { breakScene, setOfBlocks } from "./block-acts.ts";
import { blockIds } from "./block-ids.ts";
import { showDocument } from "./document-editor.ts";
import { putFootnote } from "./footnotes.ts";
import { putTable, tableActs } from "./tables.ts";
import { linkTo, splitHeading, toggleHeading, turnInto } from "./writing-acts.ts";

const [one, two, three] = ["a000000001", "a000000002", "a000000003"];
const wholeStory = chapter(paragraph("One two", one), paragraph("Three", two), paragraph("Four", three));

const idsOf = (document: Document) => Array.from(walk(document), ({ id }) => id);
const textsOf = (document: Document) => Array.from(walk(document), ({ text }) => text);
const typesOf = (document: Document) => document.content.map(({ type }) => type);

function open(content: Document = wholeStory) {
  const opened = openEditor(content);
  const { editor } = opened;
  const paste = (document: Document) => {
    const slice = new Slice(editor.schema.nodeFromJSON(document).content, 1, 1);
    const pasted = blockIds.props.transformPasted?.call(blockIds, slice, editor.view, false) ?? slice;
    editor.view.dispatch(editor.state.tr.replaceSelection(pasted));
  };
  return { ...opened, paste };
}

test("what the editor was given comes back, block by block the same", () => {
  const { read, type, caret } = open();
  expect(read()).toEqual(wholeStory);
  const before = read();
  caret(3);
  type("x");
  expect(read().content[1]).toBe(before.content[1]);
  expect(idsOf(read())).toEqual([one, two, three]);
});

test("the first half of a split keeps its id, as in every other document of ours", () => {
  const { editor, caret, read } = open();
  caret(4);
  editor.commands.splitBlock();
  const [, made = ""] = idsOf(read());
  expect(made).not.toBe(one);
  expect(read()).toEqual(splitBlock(wholeStory, { block: one, offset: 3, newId: made }));
});

test("a joined block lives on in the first one", () => {
  const { act, caret, read } = open();
  caret(10);
  act(joinBackward);
  expect(read()).toEqual(joinWithPrevious(wholeStory, two));
});

test("a split that is taken back and done again has the ids it had", () => {
  const { editor, act, caret, read } = open();
  caret(4);
  editor.commands.splitBlock();
  const split = read();
  act(undo);
  expect(read()).toEqual(wholeStory);
  act(redo);
  expect(read()).toEqual(split);
});

test("what is pasted is new, even when it was copied here", () => {
  const { caret, paste, read } = open();
  caret(8);
  paste(wholeStory);
  const ids = idsOf(read());
  expect(textsOf(read())).toEqual(["One twoOne two", "Three", "Four", "Three", "Four"]);
  expect(new Set(ids).size).toBe(5);
  expect([ids[0], ids.at(-1)]).toEqual([one, three]);
});

test("a heading and back is the same block, and what follows it is a paragraph", () => {
  const { act, caret, read } = open();
  caret(2, 12);
  act(toggleHeading);
  expect(typesOf(read())).toEqual(["heading", "heading", "paragraph"]);
  act(toggleHeading);
  expect(read()).toEqual(wholeStory);
  caret(4);
  act(turnInto("heading", { level: 3 }));
  act(splitHeading);
  expect(typesOf(read()).slice(0, 2)).toEqual(["heading", "paragraph"]);
  expect(idsOf(read())[0]).toBe(one);
});

test("a scene break takes an empty paragraph's place, or follows the words, and there is always a line after it", () => {
  const { act, caret, type, read } = open();
  caret(20);
  act(breakScene);
  expect(typesOf(read())).toEqual(["paragraph", "paragraph", "paragraph", "sceneBreak", "paragraph"]);
  act(breakScene);
  expect(typesOf(read()).slice(3)).toEqual(["sceneBreak", "sceneBreak", "paragraph"]);
  type("After.");
  expect(textsOf(read()).at(-1)).toBe("After.");
});

test("a link is put on the selection, and taken away from wherever the caret is in it", () => {
  const { act, caret, read } = open();
  caret(1, 4);
  act(linkTo("https://example.test/"));
  expect(JSON.stringify(read())).toContain('"href":"https://example.test/"');
  caret(2);
  act(linkTo(null));
  expect(read()).toEqual(wholeStory);
});

test.each([
  ["before", chapter(paragraph("New"), ...wholeStory.content)],
  ["after", chapter(...wholeStory.content, paragraph("New"))],
  ["in another block", chapter(paragraph("Once", one), ...wholeStory.content.slice(1))],
  ["on both sides", chapter(paragraph("Once", one), ...wholeStory.content.slice(1, 2), paragraph("Fourth", three))],
  ["in this block", chapter(...wholeStory.content.with(1, paragraph("Thr", two)))],
])("words that others put %s leave the caret in its block", (_, merged) => {
  const { editor, act, caret, type, read } = open();
  caret(12, 13);
  showDocument(editor, merged);
  expect(read()).toEqual(merged);
  const { $from, from, to } = editor.state.selection;
  expect([$from.parent.attrs["id"], $from.parentOffset, to - from]).toEqual([two, 2, 1]);
  type("!");
  act(undo);
  act(undo);
  expect(read()).toEqual(merged);
});

const place = fc.nat(60);
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom("type", "split", "join", "paste", "heading", "break"), place }),
  fc.record({ kind: fc.constantFrom("footnote", "table", "rtl", ...Object.keys(tableActs)), place }),
  fc.record({ kind: fc.constantFrom("quote", "list", "numbers", "lift", "undo", "redo", "drop"), place }),
);

test("whatever is done, it is a document of ours, and blocks that were not touched keep their ids", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { editor, act, paste, type, read } = open();
      for (const { kind, place: at } of steps) {
        const { doc } = editor.state;
        const near = TextSelection.near(doc.resolve(at % doc.content.size));
        editor.view.dispatch(editor.state.tr.setSelection(near));
        const before = read();
        const touched = editor.state.selection.$from.index(0);
        if (kind === "type") type("word ");
        else if (kind === "split") editor.commands.splitBlock();
        else if (kind === "join") act(joinBackward);
        else if (kind === "paste") paste(before);
        else if (kind === "heading") act(toggleHeading);
        else if (kind === "break") act(breakScene);
        else if (kind === "footnote") act(putFootnote);
        else if (kind === "table") act(putTable);
        else if (kind === "rtl") act(setOfBlocks({ dir: "rtl" }));
        else if (kind in tableActs) act(tableActs[kind as keyof typeof tableActs]);
        else if (kind === "quote") editor.commands.toggleWrap("blockquote");
        else if (kind === "list") editor.commands.toggleList("bulletList", "listItem");
        else if (kind === "numbers") editor.commands.toggleList("orderedList", "listItem");
        else if (kind === "lift") editor.commands.liftListItem("listItem");
        else if (kind === "undo") act(undo);
        else if (kind === "redo") act(redo);
        else editor.commands.deleteSelection();
        const checked = validate(read());
        expect(checked.ok ? [] : checked.refusals).toEqual([]);
        expect(parseHtml(renderHtml(read()))).toEqual(checked);
        if (kind === "undo" || kind === "redo") continue;
        const after = new Set(idsOf(read()));
        const untouched = before.content.filter((_, index) => Math.abs(index - touched) > 1);
        expect(idsOf(chapter(...untouched)).filter((id) => !after.has(id))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});
