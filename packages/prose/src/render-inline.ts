import type { Footnote, Inline, Mark } from "./document.ts";
import { escapeHtml } from "./escape.ts";
import { isSameMark } from "./marks.ts";
import { isLinkAddress } from "./values.ts";

const tags = {
  strong: ["<strong>", "</strong>"],
  emphasis: ["<em>", "</em>"],
  underline: ["<u>", "</u>"],
  strike: ["<s>", "</s>"],
  smallCaps: ['<span class="small-caps">', "</span>"],
} as const;

/** Neighbours share the tags of the marks they share, so a link with an emphasised word in it stays one link. */
export function renderInline(content: readonly Inline[] = [], renderFootnote: (footnote: Footnote) => string): string {
  let html = "";
  let open: Mark[] = [];
  for (const node of content) {
    const marks = (node.marks ?? []).filter((mark) => isShown(mark, node));
    let shared = 0;
    while (isShared(open[shared], marks[shared])) shared += 1;
    html += closeAll(open.slice(shared)) + marks.slice(shared).map(openTag).join("");
    open = marks;
    html += renderLeaf(node, renderFootnote);
  }
  return html + closeAll(open);
}

function renderLeaf(node: Inline, renderFootnote: (footnote: Footnote) => string): string {
  if (node.type === "text") return escapeHtml(node.text);
  if (node.type === "hardBreak") return "<br>";
  return node.type === "footnote" ? renderFootnote(node) : "";
}

/** The address is looked at here too: what is rendered must not depend on somebody having validated. */
function isShown(mark: Mark, node: Inline): boolean {
  if (mark.type !== "link") return Object.hasOwn(tags, mark.type);
  return node.type !== "footnote" && isLinkAddress(mark.attrs.href);
}

function isShared(a: Mark | undefined, b: Mark | undefined): boolean {
  return a !== undefined && b !== undefined && isSameMark(a, b);
}

function openTag(mark: Mark): string {
  if (mark.type === "link") return `<a href="${escapeHtml(mark.attrs.href)}" rel="ugc nofollow noopener">`;
  return tags[mark.type][0];
}

function closeAll(marks: readonly Mark[]): string {
  return marks.reduceRight((html, mark) => html + (mark.type === "link" ? "</a>" : tags[mark.type][1]), "");
}
