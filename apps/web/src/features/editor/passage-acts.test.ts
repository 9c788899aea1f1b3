import { Notice } from "@muejam/contracts/story";
import { passageNotices, type TopBlock } from "@muejam/prose/document";
import { validate } from "@muejam/prose/validate";
import { walk } from "@muejam/prose/walk";
import { history, undo } from "@tiptap/pm/history";
import type { Command } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../test/draft-server.ts";
import { blockIds } from "./block-ids.ts";
import { documentOf, makeEditor } from "./document-editor.ts";
import { changePassage, markPassage, passageAt, unmarkPassage } from "./passage-acts.ts";

const notice = { notices: ["violence" as const], summary: "They fight, and one is hurt." };
const whole = chapter(
  paragraph("Before.", "a000000001"),
  paragraph("One.", "a000000002"),
  paragraph("Two.", "a000000003"),
);

function open(document = whole) {
  const editor = makeEditor(document, { element: null });
  editor.registerPlugin(history());
  editor.registerPlugin(blockIds);
  const act = (command: Command) => command(editor.state, (change) => editor.view.dispatch(change));
  const select = (from: number, to: number) => void editor.commands.setTextSelection({ from, to });
  return { editor, act, select, read: () => documentOf(editor) };
}

test("blocks are put behind a notice, it is changed and taken away, and the words keep their names", () => {
  const { editor, act, select, read } = open();
  select(12, 18);
  expect(act(markPassage(notice))).toBe(true);
  const [before, passage] = read().content;
  expect(before).toEqual(whole.content[0]);
  expect(passage).toMatchObject({ type: "passage", attrs: notice, content: whole.content.slice(1) });
  expect(validate(read())).toMatchObject({ ok: true });
  expect(passageAt(editor.state)?.node.attrs["summary"]).toBe(notice.summary);

  expect(act(changePassage({ notices: ["violence", "death"], summary: "One dies." }))).toBe(true);
  expect(read().content[1]).toMatchObject({ attrs: { notices: ["violence", "death"], summary: "One dies." } });
  act(undo);
  expect(read().content[1]).toMatchObject({ attrs: notice });

  expect(act(unmarkPassage)).toBe(true);
  expect(read()).toEqual(whole);
  expect([passageAt(editor.state), act(unmarkPassage), act(changePassage(notice))]).toEqual([null, false, false]);
});

test("a heading stands in no passage, nor does a passage", () => {
  const heading: TopBlock = {
    type: "heading",
    attrs: { id: "a000000009", dir: null, lang: null, level: 2 },
    content: [{ type: "text", text: "Part" }],
  };
  const { act, select, read } = open(chapter(heading, ...whole.content));
  const before = read();
  select(2, 12);
  expect([act(markPassage(notice)), read()]).toEqual([false, before]);
  select(10, 12);
  act(markPassage(notice));
  expect(act(markPassage(notice))).toBe(false);
  expect(Array.from(walk(read()), ({ text }) => text)).toEqual(["Part", "Before.", "One.", "Two."]);
});

test("a passage is named by what a story is", () => {
  expect(Notice.options).toEqual([...passageNotices]);
});
