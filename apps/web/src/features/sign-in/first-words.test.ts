// @vitest-environment jsdom
import { expect, test } from "vitest";
import { firstWords } from "./first-words.ts";

const long = `${"The sea came back a day early, and then ".repeat(4)}it left.`;

test.each([
  ["as many sentences as there is room for", "<p>It rained. Nobody came.</p><p>Later.</p>", "It rained. Nobody came."],
  ["none that would be cut", `<p>It rained. ${long}</p>`, "It rained."],
  ["the first one, however long", `<p>${long} It rained.</p>`, long],
  ["no title, and no marks", "<h2>One</h2><p>It <em>rained</em> &amp; rained.</p>", "It rained & rained."],
  [
    "nothing from behind a notice",
    "<details><summary>Death</summary><p>He died.</p></details><p>It rained.</p>",
    "It rained.",
  ],
  ["another script", "<p>雨が降った。誰も来なかった。</p>", "雨が降った。誰も来なかった。"],
  ["nothing where there are no words", "<hr>", ""],
])("a chapter begins with %s", (_, html, words) => expect(firstWords(html)).toBe(words));
