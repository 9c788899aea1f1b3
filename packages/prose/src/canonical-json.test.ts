import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { hashJson } from "./hash.ts";
import { many, validDocument } from "./test/arbitrary-document.ts";

test("RFC 8785, section 3.2.2: numbers, strings and literals", () => {
  const input = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
  expect(canonicalJson(JSON.parse(input))).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("RFC 8785, section 3.2.3: keys are sorted by UTF-16 units", () => {
  const input = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
  const order = Object.values(JSON.parse(canonicalJson(JSON.parse(input))) as Record<string, string>);
  // An object puts "1" first whatever its place in the text, so the text itself is looked at for that one.
  expect(order.filter((name) => name !== "One")).toEqual([
    "Carriage Return",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
  expect(canonicalJson(JSON.parse(input)).startsWith(String.raw`{"\r":"Carriage Return","1":"One",`)).toBe(true);
});

test.each([
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
])("RFC 8785, appendix B: %s is written %s", (bits, written) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  expect(canonicalJson(view.getFloat64(0))).toBe(written);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, "\ud800", { "\udc00": 1 }, undefined, 1n, () => 1])(
  "what JSON cannot say is refused (%#)",
  (value) => {
    expect(() => canonicalJson(value)).toThrow(/JSON has no|half a character/);
  },
);

test("SHA-256 of a known text", async () => {
  expect(await hashJson({ b: [2], a: "ü" })).toBe("c492ec681b6e46d5d26c7997301dd9ea118325b85842ed19eefd6e9a83f9a4ef");
});

test("the hash does not depend on the order of keys, and one changed letter changes it", async () => {
  await fc.assert(
    fc.asyncProperty(validDocument, fc.infiniteStream(fc.nat()), async (document, chances) => {
      const hash = await hashJson(document);
      expect(await hashJson(shuffle(document, chances))).toBe(hash);
      const block = { type: "sceneBreak", attrs: { id: "z000000000" } };
      expect(await hashJson({ ...document, content: [...document.content, block] })).not.toBe(hash);
    }),
    many,
  );
});

function shuffle(value: unknown, chances: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((entry) => shuffle(entry, chances));
  if (typeof value !== "object" || value === null) return value;
  const dealt = Object.entries(value).map(([key, entry]) => ({ key, entry, chance: Number(chances.next().value) }));
  return Object.fromEntries(
    dealt.sort((a, b) => a.chance - b.chance).map(({ key, entry }) => [key, shuffle(entry, chances)]),
  );
}
