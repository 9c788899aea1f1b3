import { expect, test } from "vitest";
import { assertAsked, assertNotOwn, foldAt, isOwn } from "./social.policy.ts";

const thing = { team: ["mine"], faces: ["first"] };

test.each([
  ["member", "mine", "first", true],
  ["member", "mine", "second", true],
  ["key", "mine", "first", true],
  ["key", "mine", "second", false],
  ["member", "theirs", "third", false],
] as const)("a %s of %s as the %s face meets its own: %s", (kind, accountId, profileId, expected) => {
  expect(isOwn({ kind, accountId, profileId }, thing)).toBe(expected);
});

test("what is one's own is refused by its name", () => {
  const own = { kind: "member", accountId: "mine", profileId: "first" } as const;
  expect(() => assertNotOwn(own, thing)).toThrow(expect.objectContaining({ code: "YOUR_OWN" }));
  expect(() => assertNotOwn({ ...own, accountId: "theirs" }, thing)).not.toThrow();
});

test("whoever has not asked is not let in", () => {
  expect(() => assertAsked(false)).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
  expect(() => assertAsked(true)).not.toThrow();
});

test.each([
  ["12:00:00.000", "12:00:05.000"],
  ["12:00:04.998", "12:00:05.000"],
  ["12:00:04.999", "12:00:05.000"],
  ["12:00:05.000", "12:00:10.000"],
])("what happens at %s is folded at %s", (now, expected) => {
  expect(foldAt(new Date(`2026-11-20T${now}Z`))).toEqual(new Date(`2026-11-20T${expected}Z`));
});
