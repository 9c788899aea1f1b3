import { type Document, docVersion, type LooseNode, type Mark } from "@muejam/prose/document";
import { sanitise } from "@muejam/prose/sanitise";
import { validate } from "@muejam/prose/validate";

export type Manuscript = { title: string; noteBefore: string; noteAfter: string; document: Document };

/** A chapter as a text file: the few signs of `prisma/seed/README.md`, and nothing else. */
export function readManuscript(text: string): Manuscript {
  const blocks = text.trim().split(/\n{2,}/);
  const title = blocks.shift()?.replace(/^# /, "") ?? "";
  const noteBefore = takeNote(blocks, 0, "[before] ");
  const noteAfter = takeNote(blocks, blocks.length - 1, "[after] ");
  const content = joinAlike(blocks.map(toBlock));
  const checked = validate(sanitise({ type: "doc", attrs: { docVersion }, content }));
  if (!checked.ok) throw new Error(`“${title}” is no document: ${JSON.stringify(checked.refusals)}`);
  return { title, noteBefore, noteAfter, document: checked.document };
}

function takeNote(blocks: string[], index: number, sign: string): string {
  if (!blocks[index]?.startsWith(sign)) return "";
  return blocks.splice(index, 1)[0]?.slice(sign.length) ?? "";
}

function toBlock(text: string): LooseNode {
  if (/^\*{3}$/.test(text)) return { type: "sceneBreak" };
  if (text.startsWith("## ")) return { type: "heading", attrs: { level: 2 }, content: toInline(text.slice(3)) };
  if (text.startsWith("> "))
    return {
      type: "blockquote",
      content: text
        .replace(/^> ?/gm, "")
        .split(/\n{1,}/)
        .map(toParagraph),
    };
  const [, alt, media, caption = ""] = /^!\[([^\]]*)\]\(([^)]+)\) ?(.*)$/s.exec(text) ?? [];
  if (media !== undefined) return { type: "figure", attrs: { media, alt }, content: toInline(caption) };
  if (text.startsWith("- ")) {
    const items = text.split("\n").map((item) => ({ type: "listItem", content: [toParagraph(item.slice(2))] }));
    return { type: "bulletList", content: items };
  }
  return toParagraph(text);
}

const toParagraph = (text: string): LooseNode => ({ type: "paragraph", content: toInline(text.replace(/\n/g, " ")) });

/** Quotes and lists whose parts are set apart by an empty line are one. */
function joinAlike(blocks: LooseNode[]): LooseNode[] {
  return blocks.reduce<LooseNode[]>((joined, block) => {
    const last = joined.at(-1);
    const isSame = last?.type === block.type && (block.type === "blockquote" || block.type === "bulletList");
    if (isSame) last.content = [...(last.content ?? []), ...(block.content ?? [])];
    else joined.push(block);
    return joined;
  }, []);
}

function toInline(text: string): LooseNode[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).flatMap((part) => {
    if (part === "") return [];
    const [, strong, emphasis] = /^(?:\*\*([^*]+)\*\*|\*([^*]+)\*)$/.exec(part) ?? [];
    const marks: Mark[] = strong ? [{ type: "strong" }] : emphasis ? [{ type: "emphasis" }] : [];
    return [{ type: "text", text: strong ?? emphasis ?? part, ...(marks.length > 0 && { marks }) }];
  });
}
