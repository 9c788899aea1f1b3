import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

test("the order of fields does not matter, that of a list does", () => {
  expect(canonicalJson({ b: [1, { d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[1,{"c":null,"d":1}]}');
  expect(canonicalJson({ 10: 1, 9: 2 })).toBe('{"10":1,"9":2}');
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
});

test("what JSON cannot hold is as JSON would have it", () => {
  expect(canonicalJson({ a: undefined, at: [undefined] })).toBe('{"at":[null]}');
});
