import { expect, test } from "vitest";
import type { Document, Mark, TopBlock } from "./document.ts";
import { englishLabels, renderHtml } from "./render-html.ts";
import { markRows, nodeRows } from "./test/conformance-rows.ts";
import { attrs, chapter, paragraph, words } from "./test/make-document.ts";
import { findUnsafe } from "./test/safe-html.ts";

const picture = { media: "2026/lamp.webp", alt: "A lit lamp", width: 640, height: null };

test("a link with an emphasised word in it stays one link", () => {
  const link: Mark = { type: "link", attrs: { href: "https://example.test/" } };
  const content = [words("read ", link), words("this", link, { type: "emphasis" }), words(" now", link)];
  const html = renderHtml(chapter({ type: "paragraph", attrs: attrs(1), content }));
  expect(html).toBe(
    '<p id="b-a000000001"><a href="https://example.test/" rel="ugc nofollow noopener">read <em>this</em> now</a></p>',
  );
});

test("pictures come from where the caller serves them, and from nowhere that runs", () => {
  const document = chapter({ type: "figure", attrs: { ...attrs(1), ...picture } });
  expect(renderHtml(document, { mediaAddress: (key) => `https://media.test/${key}?w=1&h=2` })).toContain(
    'src="https://media.test/2026/lamp.webp?w=1&amp;h=2"',
  );
  for (const address of ["javascript:alert(1)", "//evil.test/x", "data:image/svg+xml,<svg>", "/\\evil.test"])
    expect(renderHtml(document, { mediaAddress: () => address })).not.toContain("src=");
});

test("a picture is offered as wide as it is and no wider, and says nothing where nothing was said", () => {
  const render = (attributes: object) =>
    renderHtml(chapter({ type: "figure", attrs: { ...attrs(1), ...picture, ...attributes } }));
  const set = (width: number) => / srcset="([^"]*)"/.exec(render({ width }))?.[1];
  expect(set(300)).toBe("/media/2026/lamp.webp/480 300w");
  expect(set(480)).toBe("/media/2026/lamp.webp/480 480w");
  expect(set(4000)).toBe(
    "/media/2026/lamp.webp/480 480w, /media/2026/lamp.webp/960 960w, /media/2026/lamp.webp/1600 1600w",
  );
  expect(render({ width: null })).not.toContain("srcset");
  expect(render({ alt: "" })).toContain(' alt="" ');
  expect(render({ alt: null })).not.toContain("alt=");
});

test("a footnote at the end of the page keeps the direction and language of the words it left", () => {
  const footnote = { type: "footnote" as const, attrs: { id: "f000000001" } };
  const quoted = { type: "paragraph" as const, attrs: attrs(2), content: [footnote] };
  const html = renderHtml(
    chapter({ type: "blockquote", attrs: attrs(1, { dir: "rtl", lang: "ar" }), content: [quoted] }),
  );
  expect(html).toContain('<li id="b-f000000001" dir="rtl" lang="ar">');
});

test("labels are the caller's, and escaped like everything else", () => {
  const cell = { type: "tableCell" as const, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(2, "x")] };
  const table: Document["content"][number] = {
    type: "table",
    attrs: attrs(1),
    content: [{ type: "tableRow", content: [cell] }],
  };
  const labels = { ...englishLabels, table: (number: number) => `Tabelle "${number}" <b>` };
  const html = renderHtml(chapter(table, table), { labels });
  expect(html).toContain('aria-label="Tabelle &quot;1&quot; &lt;b&gt;"');
  expect(html).toContain('aria-label="Tabelle &quot;2&quot; &lt;b&gt;"');
});

test("what nobody validated and we do not know is left out; its words stay only where words belong", () => {
  const strange = {
    ...chapter(),
    content: [
      { type: "script", attrs: attrs(1), content: [words("alert(1)")] },
      {
        type: "paragraph",
        attrs: attrs(2),
        content: [{ ...words("kept"), marks: [{ type: "blink" }, { type: "constructor" }] }, { type: "iframe" }],
      },
    ],
  };
  const html = renderHtml(strange as Document);
  expect(html.trim()).toBe('<p id="b-a000000002">kept</p>');
});

const attacks = [
  '"><script>alert(1)</script>',
  '" onload="alert(1)',
  "javascript:alert(1)",
  { toString: () => "<b>" },
  null,
  ["<i>"],
  -1.5,
];

test.each([...nodeRows, ...markRows])(
  "%s: no attribute that nobody validated breaks out of its quotes",
  (_name, block) => {
    let tried = 0;
    const plant = (value: unknown, attack: unknown, path: string[]): unknown => {
      if (typeof value !== "object" || value === null) return value;
      const [key = "", ...rest] = path;
      return Object.assign(Array.isArray(value) ? [...value] : { ...value }, {
        [key]: rest.length === 0 ? attack : plant(value[key as keyof typeof value], attack, rest),
      });
    };
    for (const path of attrPaths(block))
      for (const attack of attacks) {
        const html = renderHtml(chapter(plant(block, attack, path) as TopBlock));
        expect(findUnsafe(html)).toEqual([]);
        tried += 1;
      }
    expect(tried).toBeGreaterThan(0);
  },
);

function attrPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return path.at(-2) === "attrs" ? [path] : [];
  return Object.entries(value).flatMap(([key, child]) => attrPaths(child, [...path, key]));
}
