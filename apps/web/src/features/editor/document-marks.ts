import { isLinkAddress } from "@muejam/prose/values";
import { Mark } from "@tiptap/core";
import type { DOMOutputSpec, Mark as DocumentMark, ParseRule } from "@tiptap/pm/model";

type Look = { from: readonly ParseRule[]; to: (mark: DocumentMark) => DOMOutputSpec };

const looks: Record<string, Look> = {
  link: {
    from: [{ tag: "a[href]", getAttrs: (link) => addressOf(link) }],
    to: ({ attrs }) => ["a", { href: attrs["href"], rel: "noopener" }, 0],
  },
  strong: {
    from: [
      { tag: "strong" },
      { tag: "b", getAttrs: (element) => (isStyled(element, /(^|;)\s*font-weight:\s*(normal|400)/) ? false : null) },
      {
        tag: "span",
        consuming: false,
        getAttrs: (element) => asked(element, /(^|;)\s*font-weight:\s*(bold(er)?|[5-9]\d\d)/),
      },
    ],
    to: () => ["strong", 0],
  },
  emphasis: {
    from: [
      { tag: "em" },
      { tag: "i", getAttrs: (element) => (isStyled(element, /(^|;)\s*font-style:\s*normal/) ? false : null) },
      {
        tag: "span",
        consuming: false,
        getAttrs: (element) => asked(element, /(^|;)\s*font-style:\s*(italic|oblique)/),
      },
    ],
    to: () => ["em", 0],
  },
  underline: {
    from: [
      { tag: "u" },
      { tag: "span", consuming: false, getAttrs: (element) => asked(element, /(^|;)\s*text-decoration[^;]*underline/) },
    ],
    to: () => ["u", 0],
  },
  strike: {
    from: [
      { tag: "s" },
      { tag: "del" },
      { tag: "strike" },
      {
        tag: "span",
        consuming: false,
        getAttrs: (element) => asked(element, /(^|;)\s*text-decoration[^;]*line-through/),
      },
    ],
    to: () => ["s", 0],
  },
  smallCaps: {
    from: [
      { tag: "span.small-caps" },
      { tag: "span", consuming: false, getAttrs: (element) => asked(element, /(^|;)\s*font-variant[^;]*small-caps/) },
    ],
    to: () => ["span", { class: "small-caps" }, 0],
  },
};

export const documentMarks = Object.entries(looks).map(([name, { from, to }]) =>
  Mark.create({ name, parseHTML: () => from, renderHTML: ({ mark }) => to(mark) }),
);

function addressOf(link: HTMLElement): { href: string } | false {
  const href = link.getAttribute("href");
  return isLinkAddress(href) && href !== null ? { href } : false;
}

const asked = (element: HTMLElement, style: RegExp) => (isStyled(element, style) ? null : false);

/** Where `inert` has put it. */
function isStyled(element: HTMLElement, style: RegExp): boolean {
  return style.test(element.getAttribute("data-style") ?? "");
}
