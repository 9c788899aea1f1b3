import { all, isBlank, styleOf } from "./dom.ts";

/** Word writes its lists as paragraphs that say how deep they stand, with the number or the dot among the words. */
export function buildWordLists(body: HTMLElement): void {
  const open: { list: HTMLElement; level: number; from: Element }[] = [];
  for (const paragraph of all(body, "[data-style*='mso-list:']")) {
    const level = Number(/mso-list:\s*\w+\s+level(\d)/.exec(styleOf(paragraph))?.[1]);
    if (!level || !paragraph.matches("p,div,h1,h2,h3,h4,h5,h6")) continue;
    if (open[0] && paragraph.previousElementSibling !== open[0].list) open.length = 0;
    const marker = takeMarker(paragraph);
    const tag = /^\(?([0-9]+|[a-z]|[ivxlcdm]+)[.)]/i.test(marker) ? "ol" : "ul";
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const item = body.ownerDocument.createElement("li");
    const here = open.at(-1);
    if (here?.level === level && here.list.localName === tag) here.list.append(item);
    else {
      if (here?.level === level) open.pop();
      const list = body.ownerDocument.createElement(tag);
      const start = Number.parseInt(marker, 10);
      if (tag === "ol" && start > 1) list.setAttribute("start", String(start));
      const outer = open.at(-1)?.list.lastElementChild;
      if (outer) outer.append(list);
      else paragraph.before(list);
      open.push({ list, level, from: paragraph });
      list.append(item);
    }
    paragraph.removeAttribute("data-style");
    item.append(paragraph);
  }
}

function takeMarker(paragraph: HTMLElement): string {
  const marker = paragraph.querySelector("[data-style*='mso-list:Ignore'],[data-style*='mso-list: Ignore']");
  marker?.remove();
  return marker?.textContent?.trim() ?? "";
}

/** A list that stands straight in another belongs to the item before it. */
export function mendNestedLists(body: HTMLElement): void {
  for (const inner of all(body, ":is(ul, ol) > :is(ul, ol)")) {
    const outer = inner.parentElement;
    const before = inner.previousElementSibling ?? lastItemBefore(outer);
    if (before?.matches("li")) before.append(inner);
    else outer?.before(inner);
  }
  for (const list of all(body, "ul,ol").reverse()) if (isBlank(list.textContent)) list.remove();
}

function lastItemBefore(list: Element | null): Element | null {
  const before = list?.previousElementSibling;
  return before?.matches("ul,ol") ? before.lastElementChild : null;
}
