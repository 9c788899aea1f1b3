import { isDirection, isLanguage } from "@muejam/prose/values";
import { all, blocks, isBlank, paragraphOf, rename, styleOf } from "./dom.ts";

const isPlain = (element: Element) => !element.querySelector(blocks);

/** How a book parts two scenes: by a sign on a line of its own; a single one only where it stands in the middle. */
export function findSceneBreaks(body: HTMLElement): void {
  for (const line of all(body, "p,div,h1,h2,h3,h4,h5,h6").filter(isPlain)) {
    const sign = (line.textContent ?? "").replace(/[\s\u00a0\u200b]/g, "");
    const isBreak = /^(\*{3,}|#{3,}|~{3,}|-{3,}|_{3,}|[—–]{3,}|[•·]{3,}|⁂|⁎{3}|❦|§)$/u.test(sign);
    if (isBreak || (/^([#*~•—–-]|o0o)$/.test(sign) && isCentred(line)))
      line.replaceWith(line.ownerDocument.createElement("hr"));
  }
}

function isCentred(element: Element): boolean {
  const around = element.closest("[align],[data-style*=text-align]");
  return around?.getAttribute("align") === "center" || /text-align:\s*center/.test(around ? styleOf(around) : "");
}

/** Two line breaks and more are how the web parts paragraphs. */
export function partAtEmptyLines(body: HTMLElement): void {
  for (const line of all(body, "p").filter(isPlain)) {
    const parts: Node[][] = [[]];
    for (const node of line.childNodes) {
      const isBreak = node.nodeName === "BR";
      const before = parts.at(-1)?.at(-1);
      if (isBreak && before?.nodeName === "BR") parts.push([]);
      else if (!(isBreak && parts.at(-1)?.length === 0)) parts.at(-1)?.push(node);
    }
    if (parts.length < 2) continue;
    for (const part of parts) {
      const made = line.cloneNode() as HTMLElement;
      made.append(...(part.at(-1)?.nodeName === "BR" ? part.slice(0, -1) : part));
      line.before(made);
    }
    line.remove();
  }
}

/** A quote by the name of its style; one after another is one. LibreOffice makes a quote of each of its paragraphs. */
export function gatherQuotes(body: HTMLElement): void {
  for (const line of all(body, "p.MsoQuote,p.MsoIntenseQuote,p.quotations")) {
    const quote = line.ownerDocument.createElement("blockquote");
    line.before(quote);
    quote.append(...line.childNodes);
    line.remove();
  }
  for (const quote of all(body, "blockquote").filter(isPlain)) {
    const line = paragraphOf(quote.ownerDocument, ...quote.childNodes);
    const before = quote.previousElementSibling;
    if (
      before?.matches("blockquote[data-gathered]") &&
      isBlank(quote.previousSibling?.nodeType === 3 ? quote.previousSibling.textContent : "")
    ) {
      before.append(line);
      quote.remove();
    } else {
      quote.append(line);
      quote.setAttribute("data-gathered", "");
    }
  }
}

/** The chapter's title stands above all headings; in a list, a quote or a cell a heading is a strong line. */
export function levelHeadings(body: HTMLElement): void {
  for (const line of all(body, "p.MsoTitle")) rename(line, "h1");
  for (const line of all(body, "[role=heading][aria-level],p[data-style*='mso-outline-level:']")) {
    const level = Number(line.getAttribute("aria-level") ?? /outline-level:\s*(\d)/.exec(styleOf(line))?.[1]);
    if (level >= 1 && level <= 6 && !line.matches("h1,h2,h3,h4,h5,h6")) rename(line, `h${level}`);
  }
  for (const heading of all(body, ":is(li, td, th, blockquote, aside) :is(h1, h2, h3, h4, h5, h6)")) {
    const strong = heading.ownerDocument.createElement("strong");
    strong.append(...heading.childNodes);
    heading.replaceWith(paragraphOf(heading.ownerDocument, strong));
  }
  const step = body.querySelector("h1") ? 1 : 0;
  for (const heading of all(body, "h1,h2,h3,h4,h5,h6"))
    rename(heading, `h${Math.min(4, Math.max(2, Number(heading.localName[1]) + step))}`);
}

/** A block says its direction and language only where they are not the chapter's. */
export function keepOtherTongues(body: HTMLElement, chapter: { lang: string; dir: string }): void {
  for (const element of all(body, "[dir]"))
    if (isDirection(element.dir) && element.dir !== chapter.dir) element.setAttribute("dir", element.dir);
    else element.removeAttribute("dir");
  for (const element of all(body, "[lang]")) {
    const language = canonical(element.lang);
    if (language === null || primary(language) === primary(chapter.lang)) element.removeAttribute("lang");
    else element.lang = language;
  }
}

const primary = (language: string) => language.split("-")[0];

function canonical(language: string): string | null {
  try {
    const [name] = Intl.getCanonicalLocales(language);
    return isLanguage(name) ? name : null;
  } catch {
    return null;
  }
}
