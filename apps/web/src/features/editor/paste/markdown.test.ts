import { expect, test } from "vitest";
import { looksLikeMarkdown, partParagraphs } from "./markdown.ts";

test.each([
  ["## A heading\n\nWords."],
  ["She *never* slept."],
  ["She __never__ slept."],
  ["One.\n\n***\n\nTwo."],
  ["- one\n- two"],
  ["A claim.[^1]"],
  ["See [it](https://example.test/)."],
  ["| a | b |\n|---|---|\n| c | d |"],
])("%j is Markdown", (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

test.each([
  ["5 * 3 * 2 = 30"],
  ["a_snake_case name"],
  ["- Who goes there? he asked.\n\nNobody spoke."],
  ["#lighthouse\n\nIt was 3. Or 4."],
  ["Plain words [in brackets] (and others)."],
  ["2 | 3"],
])("%j is plain text", (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});

test("lines that were broken for a screen go on; lines that are paragraphs stay apart", () => {
  const wrapped = "She had never\nslept.\n\nHe had.";
  expect(partParagraphs(wrapped)).toBe(wrapped);
  expect(partParagraphs("She *never* slept.\nHe did.\n- a\n- b")).toBe("She *never* slept.\n\nHe did.\n- a\n- b");
});
