import type { Cell, Mark, TopBlock } from "../document.ts";
import { attrs, paragraph, words } from "./make-document.ts";

const cell = (type: Cell["type"], n: number, text: string, colspan = 1): Cell => ({
  type,
  attrs: { colspan, rowspan: 1 },
  content: [paragraph(n, text)],
});
const marked = (mark: Mark): TopBlock => ({
  type: "paragraph",
  attrs: attrs(1),
  content: [words("a "), words("b", mark), words(" c")],
});
const picture = { media: "2026/lamp.webp", alt: 'A "lit" lamp', width: 640, height: null };

export type Row = [name: string, block: TopBlock, html: string, text: string];
export const nodeRows: Row[] = [
  ["paragraph", paragraph(1, "Tom & <Jerry>"), '<p id="b-a000000001">Tom &amp; &lt;Jerry&gt;</p>', "Tom & <Jerry>"],
  ["paragraph (empty)", paragraph(1), '<p id="b-a000000001"></p>', ""],
  [
    "paragraph (direction, language)",
    paragraph(1, "فانوس", { dir: "rtl", lang: "ar" }),
    '<p id="b-a000000001" dir="rtl" lang="ar">فانوس</p>',
    "فانوس",
  ],
  [
    "heading 2",
    { type: "heading", attrs: { ...attrs(1), level: 2 }, content: [words("I")] },
    '<h2 id="b-a000000001">I</h2>',
    "I",
  ],
  ["heading 3", { type: "heading", attrs: { ...attrs(1), level: 3 } }, '<h3 id="b-a000000001"></h3>', ""],
  ["heading 4", { type: "heading", attrs: { ...attrs(1), level: 4 } }, '<h4 id="b-a000000001"></h4>', ""],
  ["sceneBreak", { type: "sceneBreak", attrs: { id: attrs(1).id } }, '<hr id="b-a000000001">', "* * *"],
  [
    "blockquote",
    { type: "blockquote", attrs: attrs(1), content: [paragraph(2, "Go."), paragraph(3, "Now.")] },
    '<blockquote id="b-a000000001"><p id="b-a000000002">Go.</p><p id="b-a000000003">Now.</p></blockquote>',
    "> Go.\n>\n> Now.",
  ],
  [
    "bulletList, listItem",
    {
      type: "bulletList",
      attrs: attrs(1),
      content: [
        { type: "listItem", content: [paragraph(2, "Rope"), paragraph(3, "Long.")] },
        { type: "listItem", content: [paragraph(4, "Oil")] },
      ],
    },
    '<ul id="b-a000000001"><li><p id="b-a000000002">Rope</p><p id="b-a000000003">Long.</p></li><li><p id="b-a000000004">Oil</p></li></ul>',
    "- Rope\n\n  Long.\n- Oil",
  ],
  [
    "orderedList",
    {
      type: "orderedList",
      attrs: { ...attrs(1), start: 9 },
      content: [
        { type: "listItem", content: [paragraph(2, "Nine"), paragraph(4, "Long.")] },
        { type: "listItem", content: [paragraph(3, "Ten")] },
      ],
    },
    '<ol id="b-a000000001" start="9"><li><p id="b-a000000002">Nine</p><p id="b-a000000004">Long.</p></li><li><p id="b-a000000003">Ten</p></li></ol>',
    "9. Nine\n\n   Long.\n10. Ten",
  ],
  [
    "figure",
    { type: "figure", attrs: { ...attrs(1), ...picture }, content: [words("The quay")] },
    '<figure id="b-a000000001"><img src="/media/2026/lamp.webp/960" srcset="/media/2026/lamp.webp/480 480w, /media/2026/lamp.webp/960 640w" sizes="(min-width: 720px) 660px, 100vw" alt="A &quot;lit&quot; lamp" width="640" loading="lazy" decoding="async" data-media="2026/lamp.webp"><figcaption>The quay</figcaption></figure>',
    '[A "lit" lamp]\nThe quay',
  ],
  [
    "table, tableRow, tableHeader, tableCell",
    {
      type: "table",
      attrs: attrs(1),
      content: [
        { type: "tableRow", content: [cell("tableHeader", 2, "Skill"), cell("tableHeader", 3, "Level")] },
        { type: "tableRow", content: [cell("tableHeader", 4, "Rope"), cell("tableCell", 5, "3")] },
        { type: "tableRow", content: [cell("tableCell", 6, "All", 2)] },
      ],
    },
    '<div class="prose-table" role="region" tabindex="0" aria-label="Table 1"><table id="b-a000000001"><thead><tr><th scope="col"><p id="b-a000000002">Skill</p></th><th scope="col"><p id="b-a000000003">Level</p></th></tr></thead><tbody><tr><th scope="row"><p id="b-a000000004">Rope</p></th><td><p id="b-a000000005">3</p></td></tr><tr><td colspan="2"><p id="b-a000000006">All</p></td></tr></tbody></table></div>',
    "Skill | Level\nRope | 3\nAll",
  ],
  [
    "note",
    { type: "note", attrs: attrs(1), content: [paragraph(2, "Thank you.")] },
    '<aside role="note" id="b-a000000001"><p id="b-a000000002">Thank you.</p></aside>',
    "Thank you.",
  ],
  [
    "passage",
    {
      type: "passage",
      attrs: { ...attrs(1), notices: ["violence", "death"], summary: 'The "ferryman" dies.' },
      content: [paragraph(2, "He fell.")],
    },
    '<details class="passage" id="b-a000000001" data-notices="violence death"><summary><strong>Violence · Death</strong> <span>The &quot;ferryman&quot; dies.</span></summary><p id="b-a000000002">He fell.</p></details>',
    '[The "ferryman" dies.]\n\nHe fell.',
  ],
  [
    "hardBreak",
    { type: "paragraph", attrs: attrs(1), content: [words("one"), { type: "hardBreak" }, words("two")] },
    '<p id="b-a000000001">one<br>two</p>',
    "one\ntwo",
  ],
  [
    "footnote",
    {
      type: "paragraph",
      attrs: attrs(1, { dir: "rtl", lang: "he" }),
      content: [words("כן"), { type: "footnote", attrs: { id: "f000000001" }, content: [words("Yes")] }, words(".")],
    },
    '<p id="b-a000000001" dir="rtl" lang="he">כן<sup><a id="r-f000000001" href="#b-f000000001" role="doc-noteref">1</a></sup>.</p>\n<section role="doc-endnotes" aria-label="Footnotes"><ol><li id="b-f000000001" dir="rtl" lang="he"><span>Yes</span> <a href="#r-f000000001" role="doc-backlink" aria-label="Back to the text of footnote 1">↩</a></li></ol></section>',
    "כן[1].\n\n[1] Yes",
  ],
];
export const markRows: Row[] = [
  ["strong", marked({ type: "strong" }), '<p id="b-a000000001">a <strong>b</strong> c</p>', "a b c"],
  ["emphasis", marked({ type: "emphasis" }), '<p id="b-a000000001">a <em>b</em> c</p>', "a b c"],
  ["underline", marked({ type: "underline" }), '<p id="b-a000000001">a <u>b</u> c</p>', "a b c"],
  ["strike", marked({ type: "strike" }), '<p id="b-a000000001">a <s>b</s> c</p>', "a b c"],
  [
    "smallCaps",
    marked({ type: "smallCaps" }),
    '<p id="b-a000000001">a <span class="small-caps">b</span> c</p>',
    "a b c",
  ],
  [
    "link",
    marked({ type: "link", attrs: { href: "https://example.test/?a=1&b=2" } }),
    '<p id="b-a000000001">a <a href="https://example.test/?a=1&amp;b=2" rel="ugc nofollow noopener">b</a> c</p>',
    "a b c",
  ],
];
