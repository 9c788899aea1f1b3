import { expect, test } from "vitest";
import type { Document, Mark } from "./document.ts";
import { englishLabels, renderHtml } from "./render-html.ts";
import { attrs, chapter, paragraph, words } from "./test/make-document.ts";

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
