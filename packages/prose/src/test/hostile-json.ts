import fc, { type Arbitrary } from "fast-check";
import { validDocument } from "./arbitrary-document.ts";

const types = [
  "doc",
  "paragraph",
  "heading",
  "figure",
  "sceneBreak",
  "blockquote",
  "bulletList",
  "orderedList",
  "listItem",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
  "note",
  "passage",
  "text",
  "hardBreak",
  "footnote",
  "link",
  "strong",
  "script",
  "iframe",
  "style",
  "svg",
  "constructor",
  "__proto__",
  "toString",
];
const strings = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>",
  "vbscript:x",
  "//evil.test",
  "https://a:b@evil.test",
  'https://evil.test/"onclick="x',
  '"><script>alert(1)</script>',
  "' onerror=alert(1) x='",
  "<img src=x onerror=alert(1)>",
  "../../etc/passwd",
  "a0000000001",
  "b000000000",
  "ltr",
  "rtl",
  "violence",
  "en",
  "color:red",
  "</p>",
  "\u0000",
  "\ud800",
  "1e9",
  "",
];
const keys = [
  "type",
  "attrs",
  "content",
  "marks",
  "text",
  "id",
  "dir",
  "lang",
  "level",
  "href",
  "media",
  "alt",
  "width",
  "height",
  "start",
  "colspan",
  "rowspan",
  "notices",
  "summary",
  "docVersion",
  "style",
  "class",
  "onclick",
  "onerror",
  "src",
  "srcdoc",
  "__proto__",
  "constructor",
];

const leaf = fc.oneof(
  fc.constantFrom<unknown>(...strings),
  fc.constantFrom<unknown>(...types),
  fc.constantFrom<unknown>(null, true, -1, 0, 2, 9, 1e300, 1.5),
  fc.string(),
);

/** JSON that looks like a document in places. Keys such as `__proto__` are own keys, as `JSON.parse` makes them. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(tie("json"), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.array(fc.tuple(fc.constantFrom(...keys), tie("json")), { maxLength: 4 }).map(toObject) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...types),
          fc.array(tie("json"), { maxLength: 3 }),
          fc.array(fc.tuple(fc.constantFrom(...keys), tie("json")), { maxLength: 4 }),
        )
        .map(([type, content, more]) => toObject([["type", type], ["content", content], ...more])),
    },
  ),
}));

/** A sound document in which one to four places hold something else: far likelier to slip past a check than noise. */
const spoiled: Arbitrary<unknown> = fc
  .tuple(
    validDocument,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...keys), json, fc.boolean()), { minLength: 1, maxLength: 4 }),
  )
  .map(([document, wounds]) =>
    wounds.reduce(
      (copy, [at, key, value, isAdded]) => spoil(copy, { at, key, value, isAdded }),
      structuredClone<unknown>(document),
    ),
  );

/** As it comes over the wire: a string, so that what is parsed is JSON and a counterexample can be read. */
export const hostileJson: Arbitrary<string> = fc
  .oneof({ weight: 1, arbitrary: json }, { weight: 4, arbitrary: spoiled })
  .map((value) => JSON.stringify(value));

type Wound = { at: number; key: string; value: unknown; isAdded: boolean };

function spoil(root: unknown, { at, key, value, isAdded }: Wound): unknown {
  const places = listPlaces(root);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return value;
  const target = isAdded ? place.holder[place.key] : place.holder;
  const wanted = isAdded ? key : place.key;
  if (typeof target === "object" && target !== null)
    Object.defineProperty(target, wanted, { value, enumerable: true, configurable: true, writable: true });
  return root;
}

function listPlaces(value: unknown, found: { holder: Record<string, unknown>; key: string }[] = []) {
  if (typeof value !== "object" || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    listPlaces(holder[key], found);
  }
  return found;
}

function toObject(entries: [string, unknown][]): unknown {
  const object = {};
  for (const [key, value] of entries)
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  return object;
}
