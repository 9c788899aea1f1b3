import { unescapeHtml } from "./escape.ts";

export type Element = { tag: string; attrs: Record<string, string>; children: (Element | string)[] };

/** What we rendered can be read back; anything else is refused with a sentence, never guessed at. */
export class HtmlError extends Error {
  override readonly name = "HtmlError";
}

const empty = new Set(["br", "hr", "img"]);

/** Reads the narrow HTML that `renderHtml` writes: lower-case tags, every attribute in double quotes, all tags closed. */
export function readHtml(html: string): Element {
  const root: Element = { tag: "", attrs: {}, children: [] };
  const open = [root];
  const token = /<(?<end>\/?)(?<tag>[a-z][a-z0-9]*)(?<attrs>(?: [a-z-]+="[^"<>]*")*)>|(?<text>[^<>]+)/y;
  while (token.lastIndex < html.length) {
    const { lastIndex } = token;
    const { end, tag = "", attrs = "", text } = token.exec(html)?.groups ?? {};
    const here = open.at(-1);
    if (text !== undefined) here?.children.push(unescapeHtml(text));
    else if (end === "/") {
      if (here?.tag !== tag) throw new HtmlError(`At character ${lastIndex} a tag is closed that is not open.`);
      open.pop();
    } else if (end === "") {
      const element: Element = { tag, attrs: readAttrs(attrs), children: [] };
      here?.children.push(element);
      if (!empty.has(tag)) open.push(element);
    } else throw new HtmlError(`At character ${lastIndex} stands something that is not our HTML.`);
    if (token.lastIndex === 0) break;
  }
  if (open.length > 1) throw new HtmlError("A tag is left open.");
  return root;
}

export function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => {
    if (typeof child !== "string") return true;
    if (child.trim() !== "") throw new HtmlError("Words stand outside any block.");
    return false;
  }) as Element[];
}

export function textOf({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

function readAttrs(source: string): Record<string, string> {
  const pairs = Array.from(source.matchAll(/ (?<name>[a-z-]+)="(?<value>[^"]*)"/g), ({ groups }) => [
    groups?.["name"] ?? "",
    unescapeHtml(groups?.["value"] ?? ""),
  ]);
  return Object.fromEntries(pairs);
}
