import type {
  Cell,
  Document,
  Figure,
  Flow,
  Footnote,
  Heading,
  Passage,
  PassageNotice,
  Table,
  TopBlock,
} from "./document.ts";
import { escapeHtml } from "./escape.ts";
import { renderInline } from "./render-inline.ts";
import { isMediaAddress } from "./values.ts";

/** How wide a stored picture comes, where it is not narrower itself. */
export const mediaWidths = [480, 960, 1600] as const;
export type MediaWidth = (typeof mediaWidths)[number];

export type HtmlOptions = {
  /** Where a stored picture is served from, as wide as that: a path of the site or an https address. */
  mediaAddress?: (key: string, width: MediaWidth) => string;
  labels?: Labels;
};

/** The page's own words in the chapter's language: what assistive technology reads, and what is in a passage. */
export type Labels = {
  table: (number: number) => string;
  footnotes: string;
  backToText: (number: number) => string;
  notices: Record<PassageNotice, string>;
};

export const englishLabels: Labels = {
  table: (number) => `Table ${number}`,
  footnotes: "Footnotes",
  backToText: (number) => `Back to the text of footnote ${number}`,
  notices: {
    violence: "Violence",
    death: "Death",
    abuse: "Abuse",
    "self-harm": "Self-harm",
    "sexual-content": "Sexual content",
    "strong-language": "Strong language",
    drugs: "Drugs",
    distress: "Distress",
  },
};

type Around = { dir: string | null; lang: string | null };
type Page = Required<HtmlOptions> & { footnotes: { footnote: Footnote; around: Around }[]; tableCount: number };

/** Needs no DOM and no editor. Whatever it is given, only the tags and attributes written in this package come out. */
export function renderHtml(document: Document, options: HtmlOptions = {}): string {
  const { mediaAddress = (key, width) => `/media/${key}/${width}`, labels = englishLabels } = options;
  const page: Page = { mediaAddress, labels, footnotes: [], tableCount: 0 };
  const around = { dir: null, lang: null };
  const blocks = document.content.map((block) => renderBlock(block, page, around));
  return [...blocks, ...renderFootnotes(page)].join("\n");
}

function renderBlock(node: TopBlock, page: Page, outside: Around): string {
  if (node.type === "sceneBreak") return `<hr id="b-${escapeHtml(node.attrs.id)}">`;
  const attrs = renderAttrs(node.attrs);
  const around = { dir: node.attrs.dir ?? outside.dir, lang: node.attrs.lang ?? outside.lang };
  const inline = (content: Figure["content"]) =>
    renderInline(content, (footnote) => renderReference(footnote, page, around));
  const flow = (content: readonly Flow[]) => content.map((child) => renderBlock(child, page, around)).join("");
  const items = (list: { content: { content: Flow[] }[] }) =>
    list.content.map((item) => `<li>${flow(item.content)}</li>`).join("");
  switch (node.type) {
    case "paragraph":
      return `<p${attrs}>${inline(node.content)}</p>`;
    case "heading":
      return `<${tagOf(node)}${attrs}>${inline(node.content)}</${tagOf(node)}>`;
    case "blockquote":
      return `<blockquote${attrs}>${flow(node.content)}</blockquote>`;
    case "bulletList":
      return `<ul${attrs}>${items(node)}</ul>`;
    case "orderedList":
      return `<ol${attrs}${numberAttr("start", node.attrs.start, 1)}>${items(node)}</ol>`;
    case "figure": {
      const caption = node.content ? `<figcaption>${inline(node.content)}</figcaption>` : "";
      return `<figure${attrs}>${renderImage(node, page)}${caption}</figure>`;
    }
    case "note":
      return `<aside role="note"${attrs}>${flow(node.content)}</aside>`;
    case "passage":
      return `<details class="passage"${attrs} data-notices="${escapeHtml(node.attrs.notices.join(" "))}">${renderSummary(node, page)}${flow(node.content)}</details>`;
    case "table":
      return renderTable(node, { page, attrs, flow });
    default:
      return "";
  }
}

/** The browser's own way to open and close, which needs no script. */
function renderSummary({ attrs: { notices, summary } }: Passage, page: Page): string {
  const names = notices.map((notice) => escapeHtml(page.labels.notices[notice])).join(" · ");
  return `<summary><strong>${names}</strong> <span>${escapeHtml(summary)}</span></summary>`;
}

type TableParts = { page: Page; attrs: string; flow: (content: readonly Flow[]) => string };

/** In a frame of its own that scrolls and can be reached by keyboard, since a table may be wider than a phone. */
function renderTable(table: Table, { page, attrs, flow }: TableParts): string {
  page.tableCount += 1;
  const rows = table.content.map(({ content }, index) => {
    const cells = content.map((cell) => renderCell(cell, { isFirstRow: index === 0, flow }));
    return `<tr>${cells.join("")}</tr>`;
  });
  const isHead = ({ type, attrs: { rowspan } }: Cell) => type === "tableHeader" && rowspan === 1;
  const [first = "", ...rest] = rows;
  const hasHead = rest.length > 0 && (table.content[0]?.content.every(isHead) ?? false);
  const head = hasHead ? `<thead>${first}</thead>` : "";
  const body = `<tbody>${hasHead ? rest.join("") : rows.join("")}</tbody>`;
  const label = escapeHtml(page.labels.table(page.tableCount));
  return `<div class="prose-table" role="region" tabindex="0" aria-label="${label}"><table${attrs}>${head}${body}</table></div>`;
}

function renderCell(cell: Cell, { isFirstRow, flow }: { isFirstRow: boolean; flow: TableParts["flow"] }): string {
  const spans = numberAttr("colspan", cell.attrs.colspan, 1) + numberAttr("rowspan", cell.attrs.rowspan, 1);
  if (cell.type === "tableHeader")
    return `<th scope="${isFirstRow ? "col" : "row"}"${spans}>${flow(cell.content)}</th>`;
  return `<td${spans}>${flow(cell.content)}</td>`;
}

/** Width and height let the page keep the picture's place free, so that nothing jumps when it arrives. */
function renderImage({ attrs }: Figure, page: Page): string {
  const alt = attrs.alt === null ? "" : ` alt="${escapeHtml(attrs.alt)}"`;
  const size = numberAttr("width", attrs.width) + numberAttr("height", attrs.height);
  const key = escapeHtml(attrs.media);
  return `<img${renderSource(attrs, page)}${alt}${size} loading="lazy" decoding="async" data-media="${key}">`;
}

/** No candidate promises more than the picture has. */
function renderSource({ media, width }: Figure["attrs"], page: Page): string {
  const addressOf = (wide: MediaWidth) => page.mediaAddress(media, wide);
  if (!mediaWidths.map(addressOf).every(isMediaAddress)) return "";
  const source = ` src="${escapeHtml(addressOf(960))}"`;
  const needed = width === null ? [] : mediaWidths.filter((_, index) => (mediaWidths[index - 1] ?? 0) < width);
  if (width === null || needed.length === 0) return source;
  const set = needed.map((wide) => `${addressOf(wide)} ${Math.min(wide, width)}w`).join(", ");
  return `${source} srcset="${escapeHtml(set)}" sizes="(min-width: 720px) 660px, 100vw"`;
}

function renderReference(footnote: Footnote, page: Page, around: Around): string {
  const number = page.footnotes.push({ footnote, around });
  const id = escapeHtml(footnote.attrs.id);
  return `<sup><a id="r-${id}" href="#b-${id}" role="doc-noteref">${number}</a></sup>`;
}

function renderFootnotes(page: Page): string[] {
  if (page.footnotes.length === 0) return [];
  const items = page.footnotes.map(({ footnote, around }, index) => {
    const { id } = footnote.attrs;
    const back = `<a href="#r-${escapeHtml(id)}" role="doc-backlink" aria-label="${escapeHtml(page.labels.backToText(index + 1))}">↩</a>`;
    return `<li${renderAttrs({ ...around, id })}><span>${renderInline(footnote.content, () => "")}</span> ${back}</li>`;
  });
  const label = escapeHtml(page.labels.footnotes);
  return [`<section role="doc-endnotes" aria-label="${label}"><ol>${items.join("")}</ol></section>`];
}

/** The prefix keeps an author's block from taking the name of something the page itself stands on. */
function renderAttrs({ id, dir, lang }: Around & { id: string }): string {
  const dirAttr = dir === null ? "" : ` dir="${escapeHtml(dir)}"`;
  const langAttr = lang === null ? "" : ` lang="${escapeHtml(lang)}"`;
  return ` id="b-${escapeHtml(id)}"${dirAttr}${langAttr}`;
}

function numberAttr(name: string, value: number | null, usual: number | null = null): string {
  return value === usual ? "" : ` ${name}="${Number(value)}"`;
}

function tagOf({ attrs }: Heading): string {
  return attrs.level === 2 ? "h2" : attrs.level === 3 ? "h3" : "h4";
}
