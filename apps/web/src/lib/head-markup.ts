/** The router's descriptors of a page, as markup. */
export const headMarkup = ({ meta, links }: { meta: readonly object[]; links: readonly object[] }): string =>
  [...meta.map(metaMarkup), ...links.map((link) => `<link${attributes(link)}>`)].join("\n    ");

/** JSON that stands in a page: nothing in it can end the element around it. */
export const jsonMarkup = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

function metaMarkup(tag: object): string {
  if ("title" in tag) return `<title>${escape(String(tag.title))}</title>`;
  if ("script:ld+json" in tag)
    return `<script type="application/ld+json">${jsonMarkup(tag["script:ld+json"])}</script>`;
  return `<meta${attributes(tag)}>`;
}

const attributes = (tag: object): string =>
  Object.entries(tag)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join("");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
