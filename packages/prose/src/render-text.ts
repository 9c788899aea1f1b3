import type { Document, Flow, Footnote, Inline, Table, TopBlock } from "./document.ts";

/** For search, mail and readers of plain text: an empty line parts two blocks, footnotes stand at the end. */
export function renderText(document: Document): string {
  const footnotes: Footnote[] = [];
  const blocks = document.content.map((block) => renderBlock(block, footnotes));
  const notes = footnotes.map((footnote, index) => `[${index + 1}] ${renderWords(footnote.content, [])}`);
  return [...blocks, ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n");
}

function renderBlock(node: TopBlock, footnotes: Footnote[]): string {
  const flow = (content: readonly Flow[]) => content.map((child) => renderBlock(child, footnotes)).join("\n\n");
  switch (node.type) {
    case "paragraph":
    case "heading":
      return renderWords(node.content, footnotes);
    case "sceneBreak":
      return "* * *";
    case "figure":
      return [
        ...(node.attrs.alt ? [`[${node.attrs.alt}]`] : []),
        ...(node.content ? [renderWords(node.content, footnotes)] : []),
      ].join("\n");
    case "blockquote":
      return indent(flow(node.content), { first: "> ", rest: "> " });
    case "note":
      return flow(node.content);
    case "passage":
      return `[${node.attrs.summary}]\n\n${flow(node.content)}`;
    case "bulletList":
      return node.content.map((item) => indent(flow(item.content), { first: "- ", rest: "  " })).join("\n");
    case "orderedList":
      return node.content
        .map((item, index) => {
          const first = `${node.attrs.start + index}. `;
          return indent(flow(item.content), { first, rest: " ".repeat(first.length) });
        })
        .join("\n");
    case "table":
      return renderTable(node, flow);
  }
}

function renderTable(table: Table, flow: (content: readonly Flow[]) => string): string {
  const toLine = (text: string) => text.replace(/\s*\n\s*/g, " ");
  return table.content.map((row) => row.content.map((cell) => toLine(flow(cell.content))).join(" | ")).join("\n");
}

function renderWords(content: readonly Inline[] = [], footnotes: Footnote[]): string {
  return content
    .map((node) => {
      if (node.type === "text") return node.text;
      return node.type === "hardBreak" ? "\n" : `[${footnotes.push(node)}]`;
    })
    .join("");
}

function indent(text: string, { first, rest }: { first: string; rest: string }): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}
