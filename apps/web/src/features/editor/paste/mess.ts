import { all, blocks, isBlank, paragraphOf, styleOf, unwrap } from "./dom.ts";

const machinery =
  "meta,link,title,style,script,template,noscript,iframe,object,svg,input,button,select,textarea,col,colgroup";
/** Words that others wrote in the margin, that were taken out, or that nobody was to see. */
const unmeant = [
  "del[cite],del[datetime],.msoDel",
  ".MsoCommentReference,.msocomanchor,[data-style*='mso-element:comment-list']",
  "[data-style*='mso-hide:all'],[data-style*='display:none'],[data-style*='display: none'],[hidden]",
  "br.Apple-interchange-newline,br[clear],div[title=header],div[title=footer]",
].join(",");

export function dropMess(body: HTMLElement): void {
  for (const element of all<Element>(body, machinery)) element.remove();
  for (const remark of all(body, "a[id^=cmnt]"))
    (remark.id.startsWith("cmnt_ref") ? (remark.closest("sup") ?? remark) : (remark.closest("div") ?? remark)).remove();
  for (const element of all(body, unmeant)) element.remove();
  // Google Docs wraps whatever is copied in a bold element that is not bold.
  for (const wrapper of all(body, "b[id^=docs-internal-guid],center,font")) {
    if (wrapper.localName === "center") for (const child of wrapper.children) child.setAttribute("align", "center");
    unwrap(wrapper);
  }
  for (const space of all(body, "[data-style*=mso-spacerun],.Apple-converted-space")) space.replaceWith(" ");
  for (const element of all(body, "*")) if (element.localName.includes(":")) unwrap(element);
  for (const link of all(body, "a[href]")) straighten(link);
}

/** A link is seen to be one; that it was underlined besides means nothing. Google leads through a page of its own. */
function straighten(link: HTMLElement): void {
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("https://www.google.com/url?"))
    link.setAttribute("href", new URL(href).searchParams.get("q") ?? href);
  for (const line of all(link, "u")) unwrap(line);
  for (const styled of all(link, "[data-style*=underline]"))
    styled.setAttribute("data-style", styleOf(styled).replace(/text-decoration[^;]*underline[^;]*/g, ""));
}

/** What a picture shows is said in brackets, where nothing more of it came along. */
export function describePictures(body: HTMLElement): void {
  for (const image of all<HTMLImageElement>(body, "img:not([data-media] *)")) {
    const words = image.alt.trim();
    const caption = image.closest("figure")?.querySelector("figcaption");
    if (caption?.textContent?.trim() === words) caption.remove();
    image.replaceWith(...(words === "" ? [] : [`[${words}]`]));
  }
  for (const caption of all(body, "figcaption:not([data-media] *)"))
    caption.replaceWith(paragraphOf(body.ownerDocument, ...caption.childNodes));
}

/** What is no space between two words: padding, and what stood on a line of its own. */
export function trimSpace(body: HTMLElement): void {
  const texts = body.ownerDocument.createTreeWalker(body, 4);
  while (texts.nextNode()) {
    const { currentNode } = texts;
    currentNode.textContent = (currentNode.textContent ?? "")
      .replace(/[\u200b\ufeff]/g, "")
      .replace(/[\s\u00a0]*(\u00a0[\s\u00a0]|[\s\u00a0]\u00a0)[\s\u00a0]*/g, " ");
  }
  for (const block of all(body, `${blocks},.footnote`)) {
    trimEdge(block, "firstChild", /^[\s\u00a0]+/);
    trimEdge(block, "lastChild", /[\s\u00a0]+$/);
  }
  for (const line of all(body, "br")) if (!isInWords(line)) line.remove();
  for (const block of all(body, "p,div,h1,h2,h3,h4,h5,h6,figure,section,blockquote").reverse())
    if (isBlank(block.textContent) && !block.matches("[data-media]") && !block.querySelector("hr,td,th,[data-media]"))
      block.remove();
}

function trimEdge(block: Node, end: "firstChild" | "lastChild", space: RegExp): void {
  let node: Node | null = block[end];
  while (node && node.nodeType === 1) node = node[end];
  if (node?.nodeType === 3) node.textContent = (node.textContent ?? "").replace(space, "");
}

/** Whether words stand beside a line break, or only blocks. */
function isInWords({ parentElement, previousSibling, nextSibling }: HTMLElement): boolean {
  const isWord = (node: Node | null) =>
    node !== null && !(node.nodeType === 1 ? (node as Element).matches(blocks) : isBlank(node.textContent));
  return isWord(previousSibling) || isWord(nextSibling) || !parentElement?.querySelector(blocks);
}
