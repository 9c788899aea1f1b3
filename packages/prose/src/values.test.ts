import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { many } from "./test/arbitrary-document.ts";
import { cleanText, isLanguage, isLinkAddress, isMediaKey } from "./values.ts";

describe("addresses", () => {
  test.each([
    "https://example.test",
    "http://example.test/a?b=c#d",
    "HTTPS://EXAMPLE.TEST/",
    "mailto:a@example.test?subject=Hi",
    "https://пример.test/путь",
    "https://example.test/%22",
  ])("%s leads somewhere", (address) => {
    expect(isLinkAddress(address)).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    " https://example.test",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.test",
    "//example.test",
    "/local",
    "#here",
    "example.test",
    "https://",
    "https:example.test",
    "https://a:b@example.test",
    "https://example.test@evil.test",
    "https://exa\u202emple.test",
    "https://example.test/\u0000",
    'https://example.test/"x',
    "https://example.test/<x>",
    "https://example.test/ x",
    `https://example.test/${"x".repeat(2048)}`,
    null,
    7,
    ["https://example.test"],
    { toString: () => "https://example.test" },
  ])("%j does not", (address) => {
    expect(isLinkAddress(address)).toBe(false);
  });
});

test.each([
  ["2026/11/a_b-c.webp", true],
  ["A1", true],
  ["", false],
  ["/a", false],
  ["a/", false],
  ["a//b", false],
  ["../a", false],
  ["a/../b", false],
  ["a..b", false],
  ["a.b/.c", false],
  ["a b", false],
  ["https://x", false],
])("the media key %j: %s", (key, isFine) => {
  expect(isMediaKey(key)).toBe(isFine);
});

test.each([
  ["en", true],
  ["pt-BR", true],
  ["zh-Hant-TW", true],
  ["es-419", true],
  ["sr-Latn", true],
  ["ca-valencia", true],
  ["EN", false],
  ["english", false],
  ["en-us", false],
  ['en" onclick', false],
  ["x", false],
  ["", false],
])("the language %j: %s", (tag, isFine) => {
  expect(isLanguage(tag)).toBe(isFine);
});

test("cleaning keeps the words and drops what neither Postgres nor XML can hold", () => {
  expect(cleanText("a\r\nb\rc\u0000d\u001fe\tf\uffffg\u007f")).toBe("a\nb\ncde\tfg");
  expect(cleanText("x\ud83dy")).toBe("x\ufffdy");
  expect(cleanText("👩‍👩‍👧 \u200f\u202b é")).toBe("👩‍👩‍👧 \u200f\u202b é");
});

test("every language that is accepted is one that Intl can work with", () => {
  const { Segmenter } = Intl;
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{4,8})?$/), (tag) => {
      fc.pre(isLanguage(tag));
      expect(new Segmenter(tag).segment("x")).toBeDefined();
    }),
    many,
  );
});
