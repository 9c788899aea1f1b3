// @vitest-environment jsdom
import { validate } from "@muejam/prose/validate";
import { documentText } from "@muejam/prose/walk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chapter, paragraph } from "../../../test/draft-server.ts";
import { openEditor } from "../../../test/open-editor.ts";

const opening = fc.constantFrom(
  "p",
  "div",
  "ul",
  "ol",
  "li",
  "table",
  "tr",
  "td",
  "th",
  "blockquote",
  "h1",
  "h3",
  "span",
  "b",
  "sup",
  "section",
  "a href='#x' id='y'",
  "a href='#y' id='x'",
  "td colspan='3' rowspan='2'",
  "p dir='rtl'",
  "p class='MsoQuote'",
  "p style='mso-list:l0 level1 lfo1'",
  "p style='mso-list:l0 level3 lfo1'",
  "center",
  "figure",
  "caption",
  "font",
);
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom("word ", " ", "\u00a0", "<p>* * *</p>", "<p>#</p>", "<hr>", "<br>", "<img alt='word'>"),
    fc
      .tuple(opening, fc.array(tie("html"), { maxLength: 4 }))
      .map(([tag, inner]) => `<${tag}>${inner.join("")}</${tag.split(" ")[0]}>`),
  ),
}));

test("whatever is pasted is a document of ours, and no word of it is lost", () => {
  const { editor, read } = openEditor(chapter(paragraph("Before", "a000000001")));
  fc.assert(
    fc.property(fc.array(html, { minLength: 1, maxLength: 5 }), (parts) => {
      editor.commands.clearContent();
      editor.view.pasteHTML(parts.join(""));
      const checked = validate(read());
      expect(checked.ok ? [] : checked.refusals).toEqual([]);
      expect(documentText(read()).match(/word/g)?.length).toBe(parts.join("").match(/word/g)?.length);
    }),
    {
      numRuns: 60,
      // Links that lead to each other and are no footnote's.
      examples: [
        [["<p><a href='#y' id='x'></a></p>", "<p><a href='#x' id='y'>word </a></p>", "word "]],
        [["<p><a href='#y' id='x'>word </a></p>", "<p><a href='#x' id='y'></a></p>", "word "]],
      ],
    },
  );
}, 30_000);
