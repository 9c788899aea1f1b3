import { expect, test } from "vitest";
import { assertMay, assertOwnRepeat, rightOver, rights, tagNames } from "./story.policy.ts";

const refused = (code: string) => expect.objectContaining({ code });

test.each([
  [null, "read", "NOT_FOUND"],
  [[], "read", "FORBIDDEN"],
  [["read"], "edit", "FORBIDDEN"],
  [["read", "edit"], "publish", "FORBIDDEN"],
] as const)("whoever holds %j and wants to %s is told %s", (held, right, code) =>
  expect(() => assertMay(held, right)).toThrow(refused(code)),
);

test("the lead may do everything", () => {
  for (const right of rights) expect(() => assertMay(rights, right)).not.toThrow();
});

test("an id that is somebody else's, or nobody's, is no repeat", () => {
  expect(() => assertOwnRepeat("me", "me")).not.toThrow();
  for (const owner of ["them", null]) expect(() => assertOwnRepeat(owner, "me")).toThrow(refused("CONFLICT"));
});

test("genres come first, and a typed one counts as the genre it names", () => {
  expect(tagNames({ genres: ["mystery"], tags: ["Slow Burn", "Mystery", "Slice of Life"] })).toEqual([
    "mystery",
    "Slow Burn",
    "Mystery",
    "Slice of Life",
  ]);
  expect(() => tagNames({ genres: ["mystery", "horror", "poetry"], tags: ["Fantasy"] })).toThrow(
    refused("INPUT_INVALID"),
  );
});

test("a draft is its editors', and what has a number belongs to those who publish", () => {
  expect([rightOver({ number: null }), rightOver({ number: 1 })]).toEqual(["edit", "publish"]);
});
