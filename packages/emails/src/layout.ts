import { type CSSProperties, createElement as h, type ReactElement } from "react";
import type { Block, Letter, Reader } from "./letter.ts";
import { colour, face, sheet } from "./look.ts";

/** Tables and inline styles, since mail programs read little else; no picture and no font is fetched from anywhere. */
export function Layout({ letter, reader }: { letter: Letter; reader: Reader }): ReactElement {
  const { language, direction } = reader;
  const align = direction === "rtl" ? "right" : "left";
  const page = { padding: "32px 32px 48px", textAlign: align, fontFamily: face.talk } satisfies CSSProperties;
  return h(
    "html",
    { lang: language, dir: direction },
    h(
      "head",
      null,
      h("meta", { httpEquiv: "Content-Type", content: "text/html; charset=UTF-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "supported-color-schemes", content: "light dark" }),
      h("meta", { name: "format-detection", content: "telephone=no, date=no, address=no, email=no, url=no" }),
      h("meta", { name: "x-apple-disable-message-reformatting" }),
      h("title", null, letter.subject),
      h("style", { dangerouslySetInnerHTML: { __html: sheet } }),
    ),
    h(
      "body",
      { className: "m-paper", style: { margin: 0, padding: 0, backgroundColor: colour.paper } },
      h("div", { style: hidden, "aria-hidden": true }, letter.preview, blank),
      h(
        "div",
        {
          role: "main",
          lang: language,
          dir: direction,
          className: "m-paper",
          style: { backgroundColor: colour.paper },
        },
        table(
          { align: "center", style: { width: "100%", maxWidth: 560, margin: "0 auto" } },
          h("td", { className: "m-page", style: page }, ...sections(letter)),
        ),
      ),
    ),
  );
}

function sections({ title, blocks, ifNotYou, because, unsubscribe }: Letter): ReactElement[] {
  return [
    h(
      "p",
      { key: "mark", className: "m-ink", style: { ...text(21, 26, colour.ink), ...display } },
      h("span", { dir: "ltr" }, mark, "MueJam"),
    ),
    h("div", { key: "thick", className: "m-rule", style: { ...rule, height: 3, margin: "14px 0 2px" } }),
    h("div", { key: "thin", className: "m-rule", style: { ...rule, height: 1 } }),
    h(
      "h1",
      { key: "title", className: "m-title m-ink", style: { ...text(32, 37, colour.ink, "28px 0 16px"), ...display } },
      title,
    ),
    ...blocks.map((block, index) => h(Part, { key: index, block })),
    h("div", { key: "line", className: "m-line", style: { borderTop: `1px solid ${colour.line}`, marginTop: 32 } }),
    ...(ifNotYou === undefined ? [] : warning(ifNotYou)),
    h("p", { key: "why", className: "m-third", style: text(13, 18, colour.third, "28px 0 0") }, because),
    ...(unsubscribe === undefined ? [] : [wayOut(unsubscribe)]),
  ];
}

function warning(ifNotYou: string): ReactElement[] {
  const heading = { className: "m-ink", style: text(15, 22, colour.ink, "20px 0 4px") };
  return [
    h("h2", { key: "who", ...heading }, "If this was not you"),
    h("p", { key: "not", className: "m-second", style: text(15, 22, colour.second) }, ifNotYou),
  ];
}

function wayOut(link: string): ReactElement {
  const look = { ...text(13, 18, colour.third), textDecoration: "underline" };
  const way = h(
    "a",
    { href: link, target: "_blank", rel: "noopener", className: "m-third", style: look },
    "Unsubscribe",
  );
  return h("p", { key: "way", className: "m-third", style: text(13, 18, colour.third, "8px 0 0") }, way);
}

function Part({ block }: { block: Block }): ReactElement {
  switch (block.kind) {
    case "words":
      return h("p", { className: "m-ink", style: text(16, 25, colour.ink, "0 0 14px") }, block.text);
    case "note":
      return h("p", { className: "m-second", style: text(14, 20, colour.second, "0 0 14px") }, block.text);
    case "quote":
      return h(
        "p",
        { dir: "auto", className: "m-ink", style: { ...text(18, 28, colour.ink, "0 0 18px"), ...prose } },
        block.text,
      );
    case "facts":
      return table({ style: { width: "100%", margin: "6px 0 20px" } }, ...block.facts.map(fact));
    case "action":
      return table({ style: { margin: "22px 0" } }, button(block.label, block.link));
  }
}

function fact([label, value]: readonly [string, string]): ReactElement {
  const cell = {
    borderTop: `1px solid ${colour.line}`,
    padding: "9px 0",
    verticalAlign: "top",
  } satisfies CSSProperties;
  const name = h(
    "td",
    { key: "label", width: 96, className: "m-line m-third", style: { ...cell, ...text(14, 20, colour.third) } },
    label,
  );
  const said = { ...cell, ...text(14, 20, colour.ink), padding: "9px 12px" };
  return h(
    "tr",
    { key: label },
    name,
    h("td", { key: "value", className: "m-line m-ink", style: said }, h("bdi", null, value)),
  );
}

/** The cell is the button too, for programs that give no padding to a link. */
function button(label: string, link: string): ReactElement {
  const look = {
    ...text(16, 24, colour.onBottle),
    display: "inline-block",
    padding: "11px 22px",
    fontWeight: 600,
    textDecoration: "none",
    borderRadius: 4,
  } satisfies CSSProperties;
  return h(
    "td",
    { key: "cell", className: "m-button", style: { backgroundColor: colour.bottle, borderRadius: 4 } },
    h("a", { href: link, target: "_blank", rel: "noopener", className: "m-on-button", style: look }, label),
  );
}

type Table = { align?: "center"; style: CSSProperties };

function table(props: Table, ...rows: ReactElement[]): ReactElement {
  const body = rows.map((row) => (row.type === "tr" ? row : h("tr", { key: row.key }, row)));
  return h(
    "table",
    { role: "presentation", cellPadding: 0, cellSpacing: 0, border: 0, ...props },
    h("tbody", null, body),
  );
}

function text(size: number, line: number, color: string, margin = "0"): CSSProperties {
  return { margin, fontFamily: face.talk, fontSize: size, lineHeight: `${line}px`, color };
}

const display = { fontFamily: face.display, fontWeight: 500, letterSpacing: "-0.014em" } satisfies CSSProperties;
const prose = { fontFamily: face.display } satisfies CSSProperties;
const rule = { backgroundColor: colour.ink, fontSize: 0, lineHeight: 0 } satisfies CSSProperties;
const hidden = { display: "none", maxHeight: 0, overflow: "hidden" } satisfies CSSProperties;
/** Keeps the inbox from filling up the preview with the mail's own first words. */
const blank = " \u200c\u00a0".repeat(60);
const mark = h(
  "span",
  {
    key: "mark",
    "aria-hidden": true,
    className: "m-mark",
    style: { color: colour.marmalade, fontSize: 30, fontWeight: 800, lineHeight: "0", paddingRight: 2 },
  },
  "‘",
);
