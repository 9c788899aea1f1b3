// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { renderHtml } from "@muejam/prose/render-html";
import { validate } from "@muejam/prose/validate";
import { undo } from "@tiptap/pm/history";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../../test/draft-server.ts";
import { openEditor } from "../../../test/open-editor.ts";
import { markdownToHtml } from "./markdown-html.ts";
import { pasteMarkdown } from "./pasting.ts";

const sample = (file: string) => readFileSync(`${import.meta.dirname}/samples/${file}`, "utf8");
const empty = () => openEditor(chapter({ ...paragraph("", "a000000001"), content: [] } as never));
/** As readers get it, without the names of blocks. */
const shown = (document: Parameters<typeof renderHtml>[0]) =>
  renderHtml(document).replace(
    / (id|href|role|rel|tabindex|aria-label|class)="(#|[br]-|(?!http|small-caps))[^"]*"/g,
    "",
  );

type Row = [file: string, dropped: readonly string[]];
/** What is kept stands in `<sample>.kept.html`; of the rest these must be in the sample and nowhere afterwards. */
const table: Row[] = [
  ["word.html", ["old brass", "Is it brass or green?", "[M1]", "[1]", "Calibri", "file:///", "·", "_Toc", "\u00a0"]],
  ["google-docs.html", ["Is it brass or green?", "[a]", "[1]", "google.com", "Arial", "docs-internal"]],
  ["libreoffice.html", ["A remark of the margin", "Comic Sans", "sdfootnote", "name=", "#ff0000"]],
  ["pandoc.html", ["footnote-back", "↩︎", "lamp.png", 'class="odd"']],
  ["web-page.html", ["alert(1)", "javascript:", "color:red", "onclick"]],
  ["markdown.md", ["[^1]", "**", "| ---", "lamp.png"]],
];

test.each(table)("of %s the meaning is kept and the mess dropped", async (file, dropped) => {
  const source = sample(file);
  const { editor, read } = empty();
  editor.view.pasteHTML(file.endsWith(".md") ? markdownToHtml(source) : source);
  const html = shown(read());
  await expect(`${html}\n`).toMatchFileSnapshot(`samples/${file.replace(/\.\w+$/, "")}.kept.html`);
  expect(validate(read())).toMatchObject({ ok: true });
  expect(dropped.filter((mess) => !source.replaceAll("&nbsp;", "\u00a0").includes(mess))).toEqual([]);
  expect(dropped.filter((mess) => html.includes(mess))).toEqual([]);
});

test("Markdown comes as it was written, then as it was meant, and undoing goes back the same way", async () => {
  const { editor, act, read, type } = openEditor(chapter(paragraph("Before", "a000000001")));
  editor.commands.setTextSelection(7);
  type(".");
  const before = read();
  await pasteMarkdown(editor, "She *never* slept.\n\nHe did.");
  expect(shown(read())).toBe("<p>Before.She <em>never</em> slept.</p>\n<p>He did.</p>");
  act(undo);
  expect(shown(read())).toBe("<p>Before.She *never* slept.</p>\n<p>He did.</p>");
  act(undo);
  expect(read()).toEqual(before);
});
