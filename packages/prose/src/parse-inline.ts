import type { LooseNode, Mark } from "./document.ts";
import { type Element, HtmlError } from "./html-tree.ts";

const marks: Record<string, Mark> = {
  strong: { type: "strong" },
  em: { type: "emphasis" },
  u: { type: "underline" },
  s: { type: "strike" },
  span: { type: "smallCaps" },
};

export function parseInline(
  { children }: Element,
  parseFootnote: (id: string) => LooseNode,
  around: readonly Mark[] = [],
): LooseNode[] {
  return children.flatMap((child): LooseNode[] => {
    const marked = around.length > 0 ? { marks: [...around] } : {};
    if (typeof child === "string") return [{ type: "text", text: child, ...marked }];
    if (child.tag === "br") return [{ type: "hardBreak", ...marked }];
    if (child.tag === "sup") return [{ ...parseFootnote(targetOf(child)), ...marked }];
    return parseInline(child, parseFootnote, [...around, toMark(child)]);
  });
}

function toMark({ tag, attrs }: Element): Mark {
  if (tag === "a") return { type: "link", attrs: { href: attrs["href"] ?? "" } };
  const mark = marks[tag];
  if (!mark) throw new HtmlError(`<${tag}> is no mark of ours.`);
  return mark;
}

function targetOf({ children }: Element): string {
  const [link] = children;
  const href = typeof link === "object" ? link.attrs["href"] : undefined;
  if (!href?.startsWith("#")) throw new HtmlError("A footnote's number leads nowhere.");
  return href.slice(1);
}
