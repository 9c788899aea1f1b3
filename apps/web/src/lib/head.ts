export type PageHead = {
  title: string;
  description: string;
  /** The one address of this page. */
  path: string;
  type: "website" | "book" | "article" | "profile";
  isAiReserved?: boolean;
  /** False: search engines are asked to leave it out. */
  isFindable?: boolean;
  /** A face that most of the page is set in, besides those of every page. */
  face?: string | undefined;
  /** What the page is about, in the words of schema.org. */
  about: (at: (path: string) => string) => object;
};

export const siteName = "MueJam";
export const titled = (words: string): string => `${words} · ${siteName}`;

/** An address as machines want it: whole, and without letters that need an escape. */
export const addressAt =
  (origin: string) =>
  (path: string): string =>
    new URL(path, origin).href;

/** What searchers and those who share a link read of a page. The descriptors are the router's. */
export function headOf(page: PageHead, origin: string) {
  const at = addressAt(origin);
  const description = shorten(page.description);
  return {
    meta: [
      { title: titled(page.title) },
      { name: "description", content: description },
      ...robotsOf(page),
      { property: "og:site_name", content: siteName },
      { property: "og:type", content: page.type },
      { property: "og:title", content: page.title },
      { property: "og:description", content: description },
      { property: "og:url", content: at(page.path) },
      { name: "twitter:card", content: "summary" },
      { "script:ld+json": { "@context": "https://schema.org", ...page.about(at) } },
    ],
    links: [
      { rel: "canonical", href: at(page.path) },
      ...(page.face ? [{ rel: "preload", as: "font", type: "font/woff2", href: page.face, crossOrigin: "" }] : []),
    ],
  };
}

function robotsOf({ isAiReserved = false, isFindable = true }: PageHead) {
  const wishes = [...(isFindable ? [] : ["noindex"]), ...(isAiReserved ? ["noai", "noimageai"] : [])];
  return [
    ...(wishes.length > 0 ? [{ name: "robots", content: wishes.join(", ") }] : []),
    ...(isAiReserved ? [{ name: "tdm-reservation", content: "1" }] : []),
  ];
}

/** As much as is ever shown, ending with a whole word. */
function shorten(text: string, most = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/\s\S*$/, "")}…`;
}
