import fc, { type Arbitrary } from "fast-check";
import { type Document, docVersion, type LooseNode, type Mark, passageNotices } from "../document.ts";
import { sanitise } from "../sanitise.ts";
import { validate } from "../validate.ts";

const isDeep = Boolean(process.env["MUEJAM_DEEP"]);
export const runs = isDeep ? 10_000 : 300;

/** The same documents on every run, so that nobody's change fails by chance; the deep run looks for others each time. */
export const many = { numRuns: runs, ...(!isDeep && { seed: 20_261_120 }) };

const scraps = [
  "The lantern ",
  "went out.",
  " ",
  "don't",
  "«Où?»",
  "\n",
  "\t",
  "<script>alert(1)</script>",
  "</p>",
  "&amp;",
  "&lt;b&gt;",
  '"',
  "'",
  "<!--",
  "-->",
  "]]>",
  "javascript:alert(1)",
  "青い灯籠が",
  "消えた。",
  "الفانوس",
  "מנורה",
  "👩‍👩‍👧",
  "é",
  "𝒳",
  "\u202e",
  "\u00a0",
  "{{x}}",
  "${y}",
];

export const arbitraryText: Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).map(enclose) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.nat(0xffff), { minLength: 1, maxLength: 8 })
      .map((units) => enclose(String.fromCharCode(...units))),
  },
);

/** So that no half character at the end of one block can make a whole one with the next block's start. */
function enclose(noise: string): string {
  return `(${noise})`;
}

const link: Arbitrary<Mark> = fc
  .constantFrom(
    "https://muejam.test/a?b=1&c=%22#d",
    "http://example.test",
    "mailto:a@example.test",
    "https://пример.test/ü",
  )
  .map((href) => ({ type: "link", attrs: { href } }));
const marks: Arbitrary<Mark[]> = fc.uniqueArray(
  fc.oneof(
    link,
    fc.constantFrom<Mark>(
      { type: "strong" },
      { type: "emphasis" },
      { type: "underline" },
      { type: "strike" },
      { type: "smallCaps" },
    ),
  ),
  { selector: ({ type }) => type, maxLength: 3 },
);

const withMarks = (node: LooseNode) =>
  marks.map((some): LooseNode => ({ ...node, ...(some.length > 0 && { marks: some }) }));
const text = arbitraryText.chain((words) => withMarks({ type: "text", text: words }));
const footnote = fc
  .array(text, { maxLength: 2 })
  .chain((content) => withMarks({ type: "footnote", attrs: {}, content }));
const inline = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: withMarks({ type: "hardBreak" }) },
    { weight: 1, arbitrary: footnote },
  ),
  { maxLength: 5 },
);

const ofBlock = fc.record({
  dir: fc.constantFrom(null, null, "ltr", "rtl"),
  lang: fc.constantFrom(null, null, "en", "ar", "ja", "zh-Hant-TW", "sr-Latn"),
});
const block = (
  type: string,
  content: Arbitrary<LooseNode[]>,
  more: Arbitrary<object> = fc.constant({}),
): Arbitrary<LooseNode> =>
  fc
    .record({ attrs: ofBlock, more, content })
    .map(({ attrs, more: extra, content: children }) => ({ type, attrs: { ...attrs, ...extra }, content: children }));

const side = fc.option(fc.integer({ min: 1, max: 4000 }));
const picture = fc.record({
  media: fc.constantFrom("a", "2026/11/lamp-post.webp", "x_y-z"),
  alt: fc.oneof(
    { weight: 4, arbitrary: arbitraryText.map((words) => `A ${words}`) },
    { weight: 1, arbitrary: fc.constantFrom("", null) },
  ),
  width: side,
  height: side,
});
const passage = fc.record({
  notices: fc.subarray([...passageNotices], { minLength: 1 }),
  summary: arbitraryText.map((words) => `A ${words.slice(0, 80)}z`.replace(/\s+/g, " ")),
});

const { flow } = fc.letrec<{ flow: LooseNode; item: LooseNode }>((tie) => ({
  flow: fc.oneof(
    { depthSize: "small", maxDepth: 6, withCrossShrink: true },
    { weight: 5, arbitrary: block("paragraph", inline) },
    { weight: 1, arbitrary: fc.constant<LooseNode>({ type: "sceneBreak", attrs: {} }) },
    { weight: 1, arbitrary: block("figure", inline, picture) },
    { weight: 1, arbitrary: block("blockquote", some(tie("flow"))) },
    { weight: 1, arbitrary: block("bulletList", some(tie("item"))) },
    { weight: 1, arbitrary: block("orderedList", some(tie("item")), fc.record({ start: fc.nat(12) })) },
  ),
  item: fc
    .tuple(block("paragraph", inline), fc.array(tie("flow"), { maxLength: 1 }))
    .map(([first, rest]) => ({ type: "listItem", content: [first, ...rest] })),
}));

function some<T>(arbitrary: Arbitrary<T>): Arbitrary<T[]> {
  return fc.array(arbitrary, { minLength: 1, maxLength: 3 });
}

const cell = fc
  .tuple(fc.constantFrom("tableCell", "tableHeader"), some(flow))
  .map(([type, content]): LooseNode => ({ type, attrs: { colspan: 1, rowspan: 1 }, content }));
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  block(
    "table",
    fc.array(
      fc
        .tuple(fc.array(cell, { minLength: columns, maxLength: columns }), fc.boolean())
        .map(([cells, isWide]): LooseNode => ({ type: "tableRow", content: isWide ? widen(cells) : cells })),
      { minLength: rows, maxLength: rows },
    ),
  ),
);

function widen(cells: LooseNode[]): LooseNode[] {
  return cells.slice(0, 1).map((first) => ({ ...first, attrs: { colspan: cells.length, rowspan: 1 } }));
}

/** As an editor may hand it over: no ids, marks in any order, texts cut anywhere, half characters, links on footnotes. */
export const roughDocument: Arbitrary<LooseNode> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: flow },
      { weight: 1, arbitrary: block("heading", inline, fc.record({ level: fc.constantFrom(2, 3, 4) })) },
      { weight: 1, arbitrary: table },
      { weight: 1, arbitrary: block("note", some(flow)) },
      { weight: 1, arbitrary: block("passage", some(flow), passage) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((content) => ({ type: "doc", attrs: { docVersion }, content }));

export const validDocument: Arbitrary<Document> = roughDocument.map((rough) =>
  mustBeValid(sanitise(rough, countingIds())),
);

export function mustBeValid(input: unknown): Document {
  const checked = validate(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusals));
  return checked.document;
}

/** Ids in order, so that a counterexample reads the same on every run. */
export function countingIds(prefix = "a"): () => string {
  let count = 0;
  return () => prefix + String((count += 1)).padStart(9, "0");
}
