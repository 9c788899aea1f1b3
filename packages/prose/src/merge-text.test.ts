import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeText } from "./merge-text.ts";
import { many } from "./test/arbitrary-document.ts";

test.each([
  ["nobody", "Slack Water", "Slack Water", "Slack Water", { text: "Slack Water", isTorn: false }],
  ["one", "Slack Water", "Slack Water", "Slack Tide", { text: "Slack Tide", isTorn: false }],
  ["both alike", "", "High Water", "High Water", { text: "High Water", isTorn: false }],
  [
    "each another word",
    "The old sea",
    "The cold sea",
    "The old sea wall",
    { text: "The cold sea wall", isTorn: false },
  ],
  ["both the same word", "The old sea", "The cold sea", "The dark sea", { text: "The cold dark sea", isTorn: true }],
  [
    "both lines of a note",
    "One.\nTwo.",
    "One!\nTwo.",
    "One.\nTwo.\nThree.",
    { text: "One!\nTwo.\nThree.", isTorn: false },
  ],
  ["both more than fits", "a", "b".repeat(150), "c".repeat(150), { text: "b".repeat(150), isTorn: true }],
])("%s changed it", (_, base, mine, theirs, expected) => {
  expect(mergeText({ base, mine, theirs }, 200)).toEqual(expected);
  expect(mergeText({ base, mine: theirs, theirs: mine }, 200)).toEqual(expected);
});

const line = fc
  .array(fc.constantFrom("sea", "tide", "lamp", "no", "—", "灯"), { maxLength: 8 })
  .map((all) => all.join(" "));

test("nothing that one wrote is gone unless it is told, and it does not matter who merges", () => {
  fc.assert(
    fc.property(line, line, line, (base, mine, theirs) => {
      const merged = mergeText({ base, mine: `${mine} mine1`, theirs: `theirs1 ${theirs}` }, 2000);
      expect(merged).toEqual(mergeText({ base, mine: `theirs1 ${theirs}`, theirs: `${mine} mine1` }, 2000));
      expect(merged.text).toContain("mine1");
      expect(merged.text).toContain("theirs1");
    }),
    many,
  );
});
