import { expect, test } from "vitest";
import { opening } from "./opening.ts";

const wordsOf = (html: string) => opening(html).replace(/\s+/g, " ").trim();
const passage = (words: string) =>
  `<details class="passage"><summary><strong>Death</strong> <span>Somebody dies.</span></summary><p>${words}</p></details>`;

test.each([
  ["its first words", "<p>It <em>rained</em> &amp; rained.</p>", "It rained & rained."],
  ["nothing from behind a notice", `<p>It rained.</p>${passage("He died.")}<p>Later.</p>`, "It rained. Later."],
  ["what follows a long notice", `${passage("He died. ".repeat(900))}<p>Later.</p>`, "Later."],
  [
    "nothing from behind one that has no end in sight",
    `<p>It rained.</p>${passage("He died. ".repeat(9_000))}`,
    "It rained.",
  ],
])("a chapter is described by %s", (_, html, words) => expect(wordsOf(html)).toBe(words));
