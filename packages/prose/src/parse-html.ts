import type { LooseNode } from "./document.ts";
import { docVersion } from "./document.ts";
import { type Element, elementsOf, HtmlError, readHtml } from "./html-tree.ts";
import { parseInline } from "./parse-inline.ts";
import { type Validation, validate } from "./validate.ts";

/** The document that `renderHtml` was given: proof that an edition's stored HTML and its document say the same. */
export function parseHtml(html: string): Validation {
  try {
    const blocks = elementsOf(readHtml(html));
    const notes = blocks.at(-1)?.tag === "section" ? blocks.pop() : undefined;
    const footnotes = new Map(notes ? footnoteItems(notes).map((item) => [item.attrs["id"], item]) : []);
    return validate({
      type: "doc",
      attrs: { docVersion },
      content: blocks.map((block) => parseBlock(block, footnotes)),
    });
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error;
    return { ok: false, refusals: [{ path: "", rule: "shape", message: error.message }] };
  }
}

type Footnotes = ReadonlyMap<string | undefined, Element>;

function parseBlock(element: Element, footnotes: Footnotes): LooseNode {
  const { tag, attrs } = element;
  const inline = (from: Element) => {
    const content = parseInline(from, (id) => parseFootnote(id, footnotes));
    return content.length > 0 ? { content } : {};
  };
  const flow = () => ({ content: elementsOf(element).map((child) => parseBlock(child, footnotes)) });
  switch (tag) {
    case "p":
      return { type: "paragraph", attrs: parseAttrs(attrs), ...inline(element) };
    case "h2":
    case "h3":
    case "h4":
      return { type: "heading", attrs: { ...parseAttrs(attrs), level: Number(tag[1]) }, ...inline(element) };
    case "hr":
      return { type: "sceneBreak", attrs: { id: blockId(attrs["id"]) } };
    case "blockquote":
      return { type: "blockquote", attrs: parseAttrs(attrs), ...flow() };
    case "ul":
      return { type: "bulletList", attrs: parseAttrs(attrs), ...flow() };
    case "ol":
      return { type: "orderedList", attrs: { ...parseAttrs(attrs), start: Number(attrs["start"] ?? 1) }, ...flow() };
    case "li":
      return { type: "listItem", ...flow() };
    case "aside":
      return { type: "note", attrs: parseAttrs(attrs), ...flow() };
    case "details":
      return parsePassage(element, (child) => parseBlock(child, footnotes));
    case "figure": {
      const [image, caption] = elementsOf(element);
      if (image?.tag !== "img") throw new HtmlError("A figure holds no picture.");
      return { type: "figure", attrs: { ...parseAttrs(attrs), ...parseImage(image) }, ...(caption && inline(caption)) };
    }
    case "div": {
      const [table] = elementsOf(element);
      if (table?.tag !== "table") throw new HtmlError("A frame holds no table.");
      const rows = elementsOf(table).flatMap(elementsOf);
      return { type: "table", attrs: parseAttrs(table.attrs), content: rows.map((row) => parseBlock(row, footnotes)) };
    }
    case "tr":
      return { type: "tableRow", ...flow() };
    case "th":
    case "td": {
      const spans = { colspan: Number(attrs["colspan"] ?? 1), rowspan: Number(attrs["rowspan"] ?? 1) };
      return { type: tag === "th" ? "tableHeader" : "tableCell", attrs: spans, ...flow() };
    }
    default:
      throw new HtmlError(`<${tag}> is no block of ours.`);
  }
}

function parsePassage({ attrs, children }: Element, parse: (child: Element) => LooseNode): LooseNode {
  const [summary, ...content] = children.filter((child) => typeof child === "object");
  const words = summary?.children.at(-1);
  if (summary?.tag !== "summary" || typeof words !== "object") throw new HtmlError("A passage has no summary.");
  const notices = attrs["data-notices"]?.split(" ") ?? [];
  const named = { notices, summary: words.children.filter((child) => typeof child === "string").join("") };
  return { type: "passage", attrs: { ...parseAttrs(attrs), ...named }, content: content.map(parse) };
}

function parseFootnote(id: string, footnotes: Footnotes): LooseNode {
  const words = footnotes.get(id)?.children[0];
  if (typeof words !== "object") throw new HtmlError("A footnote is referred to and not there.");
  const content = parseInline(words, () => {
    throw new HtmlError("A footnote stands in a footnote.");
  });
  return { type: "footnote", attrs: { id: blockId(id) }, ...(content.length > 0 && { content }) };
}

function footnoteItems(section: Element): Element[] {
  return elementsOf(section).flatMap(elementsOf);
}

function parseImage({ attrs }: Element): Record<string, unknown> {
  const side = (value: string | undefined) => (value === undefined ? null : Number(value));
  return {
    media: attrs["data-media"],
    alt: attrs["alt"] ?? null,
    width: side(attrs["width"]),
    height: side(attrs["height"]),
  };
}

function parseAttrs({ id, dir, lang }: Record<string, string>): Record<string, unknown> {
  return { id: blockId(id), dir: dir ?? null, lang: lang ?? null };
}

function blockId(id: string | undefined): string {
  if (!id?.startsWith("b-")) throw new HtmlError("A block has no id.");
  return id.slice(2);
}
