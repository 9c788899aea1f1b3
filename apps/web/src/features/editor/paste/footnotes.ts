import { all, isBlank } from "./dom.ts";

type Pair = { reference: HTMLElement; back: HTMLElement; words: HTMLElement };

/**
 * Every program writes a footnote as two links that lead to each other: a number in the text, and one beside the words
 * at the end. The words go to where the number stood.
 */
export function placeFootnotes(body: HTMLElement): void {
  const links = all(body, "a[href^='#']");
  const pairs = links.flatMap((reference) => pairOf(reference, links) ?? []);
  for (const { reference, back, words } of pairs) {
    back.remove();
    const note = body.ownerDocument.createElement("span");
    note.className = "footnote";
    const parts = words.querySelectorAll("p").length > 0 ? all(words, "p") : [words];
    for (const part of parts) note.append(...(note.hasChildNodes() ? [" "] : []), ...part.childNodes);
    trimNumber(note);
    const raised = reference.closest("sup");
    (raised && isMark(raised) ? raised : reference).replaceWith(note);
    removeWithEmptied(words, body);
  }
  // The line that stood over them.
  const last = body.lastElementChild;
  for (const around of pairs.length > 0 ? [body, last] : []) {
    const line = around?.lastElementChild;
    if (line?.matches("hr") && isBlank(line.nextSibling?.textContent ?? "")) line.remove();
  }
}

function pairOf(reference: HTMLElement, links: readonly HTMLElement[]): Pair | null {
  const name = targetOf(reference);
  if (name === "" || !isMark(reference)) return null;
  for (const back of links.filter(isMark)) {
    const isAfter = (reference.compareDocumentPosition(back) & 4) !== 0;
    if (!isAfter || !isNamed(reference, targetOf(back))) continue;
    const words = ["li,aside,div[id]", "div,p"]
      .map((around) => back.closest<HTMLElement>(around))
      .find((around) => around?.contains(reference) === false);
    if (words && (isNamed(back, name) || isNamed(words, name))) return { reference, back, words };
  }
  return null;
}

/** A number in figures or Roman letters, a letter or a sign. Links that hold words are links: taken out, their words would be lost. */
const isMark = ({ textContent }: HTMLElement): boolean => /^\P{L}*(\p{L}|[ivxlcdm]+)?\P{L}*$/iu.test(textContent ?? "");

const targetOf = (link: HTMLElement) => decodeURIComponent((link.getAttribute("href") ?? "").slice(1));
const named = (name: string) => `[id=${JSON.stringify(name)}],[name=${JSON.stringify(name)}]`;

/** The element itself, or the little that is around it. */
function isNamed(element: HTMLElement, name: string): boolean {
  if (name === "") return false;
  return [element, element.parentElement, element.parentElement?.parentElement].some(
    (near) => near?.matches("a,sup,span,li,div") && near.matches(named(name)),
  );
}

/** A number that no link held, and the space behind it. */
function trimNumber(note: HTMLElement): void {
  const first = note.firstChild;
  if (first?.nodeType === 3) first.textContent = (first.textContent ?? "").replace(/^[\s\u00a0.\]]+/, "");
  const last = note.lastChild;
  if (last?.nodeType === 3) last.textContent = (last.textContent ?? "").trimEnd();
}

function removeWithEmptied(element: HTMLElement, body: HTMLElement): void {
  const around = element.parentElement;
  element.remove();
  if (!around || around === body) return;
  // "Footnotes" and a line stand over some programs' lists.
  const heading = around.closest("section")?.querySelector("h1,h2,h3");
  if (around.matches("section") && heading && around.textContent?.trim() === heading.textContent?.trim())
    heading.remove();
  if (isBlank(around.textContent)) removeWithEmptied(around, body);
}
