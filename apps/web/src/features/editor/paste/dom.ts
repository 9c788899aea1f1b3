/** What has a place of its own on the page, as against a word in a line. */
export const blocks =
  "address,article,aside,blockquote,div,dl,dd,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,section,table,ul";

export const all = <Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found[] => [
  ...root.querySelectorAll<Found>(selector),
];
export const isBlank = (text: string | null) => !/[^\s\u00a0\u200b\ufeff]/.test(text ?? "");
/** Where `inert` has put a word processor's styles. */
export const styleOf = (element: Element) => element.getAttribute("data-style") ?? "";
export const unwrap = (element: Element) => element.replaceWith(...element.childNodes);

export function rename(element: Element, tag: string): HTMLElement {
  const made = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

/** A new paragraph that holds these. */
export function paragraphOf(document: Document, ...content: (Node | string)[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.append(...content);
  return paragraph;
}
