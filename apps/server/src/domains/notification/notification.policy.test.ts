import { expect, test } from "vitest";
import { visitorScope } from "../visibility/visibility.policy.ts";
import { assertGenuine, isListening, isNews, openingOf, tellable } from "./notification.policy.ts";

const open = {
  state: "active",
  team: ["author"],
  face: "face",
  isPublished: true,
  isForFollowers: false,
  isMature: false,
} as const;
const reader = { ...visitorScope, accountId: "reader" };

test.each([
  ["a reader", reader, open, true],
  ["the author", { ...visitorScope, accountId: "author" }, open, false],
  ["nobody", undefined, open, false],
  ["a visitor", visitorScope, open, false],
  ["a reader of what is not published", reader, { ...open, isPublished: false }, false],
  ["a reader of what is for adults", reader, { ...open, isMature: true }, false],
  ["an adult of what is for adults", { ...reader, showsMature: true }, { ...open, isMature: true }, true],
])("%s is told what they may see and did not write", (_who, viewer, subject, expected) => {
  expect(tellable(viewer, subject) !== null).toBe(expected);
});

test.each([
  [true, false, true],
  [true, true, false],
  [false, false, false],
])("an edition that is first (%s) or minor (%s) is news: %s", (isFirst, isMinor, expected) => {
  expect(isNews({ isFirst, isMinor })).toBe(expected);
});

test("a closed face hears nothing", () => {
  expect(["active", "held", "closed"].filter((state) => isListening({ state: state as "held" }))).toEqual([
    "active",
    "held",
  ]);
});

test("only what we signed switches anything off", () => {
  expect(() => assertGenuine("face")).not.toThrow();
  expect(() => assertGenuine(null)).toThrow(expect.objectContaining({ code: "LINK_INVALID" }));
});

test.each([
  ["  one\n\ntwo ", "one two"],
  ["", ""],
  ["word ".repeat(60).trim(), "word ".repeat(60).trim()],
  ["word ".repeat(61).trim(), `${"word ".repeat(60).trim()}…`],
])("a text begins with its words: %#", (text, expected) => expect(openingOf(text)).toBe(expected));

test("a script without spaces is cut between words, too", () => {
  const opening = openingOf("灯台は霧の中に立っていた。".repeat(40));
  expect(opening.length).toBeGreaterThan(280);
  expect(opening.length).toBeLessThanOrEqual(300);
});
