import fc from "fast-check";
import { expect, test } from "vitest";
import type { Inline, Mark } from "./document.ts";
import { mergeWords } from "./merge-words.ts";
import { many } from "./test/arbitrary-document.ts";
import { words } from "./test/make-document.ts";
import { plainText } from "./walk.ts";

const texts = (base: string, mine: string, theirs: string) =>
  mergeWords("a000000001", { base: [words(base)], mine: [words(mine)], theirs: [words(theirs)] });

test.each([
  [
    "other words",
    "The old lamp went out.",
    "The big lamp went out.",
    "The old lamp fell out.",
    "The big lamp fell out.",
  ],
  ["neighbours", "a b c d", "a B c d", "a b C d", "a B C d"],
  [
    "one at the start, one at the end",
    "It rained.",
    "Then it rained.",
    "It rained. We left.",
    "Then it rained. We left.",
  ],
  ["the same words alike", "one two three", "one 2 three", "one 2 three", "one 2 three"],
  ["one rewrote, one put in behind", "a dog", "a cat", "a dog barking", "a cat barking"],
  ["one took a word from what the other rewrote", "one two three four", "one three four", "1 2 3 4", "1 2 3 4"],
  ["each took words away", "one two three four five", "one three four five", "one two three five", "one three five"],
  ["what stands between two words", "“one”/two", "“one”two", "“one” and/two", "“one” and two"],
  ["away words that lie over each other", "0 one two three 4", "0 one 4", "0 three 4", "0 4"],
  ["without spaces", "青い灯籠が消えた。", "赤い灯籠が消えた。", "青い灯籠が燃えた。", "赤い灯籠が燃えた。"],
  [
    "one wrote more of the same",
    "The sea",
    "The sea was calm",
    "The sea was calm and grey",
    "The sea was calm and grey",
  ],
])("both changed %s", (_, base, mine, theirs, expected) => {
  const { content, conflicts } = texts(base, mine, theirs);
  expect(plainText(content)).toBe(expected);
  expect(conflicts).toEqual([]);
});

test.each([
  ["a word", "The cat sat.", "The dog sat.", "The fox sat.", "The dog fox sat.", ["dog", "fox"]],
  ["the first word", "Cats sat.", "Foxes sat.", "Dogs sat.", "Dogs Foxes sat.", ["Foxes", "Dogs"]],
  ["in one place", "The end", "The end of it", "The end is near", "The end is near of it", ["of it", "is near"]],
  [
    "all around a word that stayed",
    "So I saw the sea.",
    "So we met the king.",
    "So you lost the game.",
    "So we met the king you lost the game.",
    ["we met the king", "you lost the game"],
  ],
  [
    "a sentence that shares words",
    "It is late. Go on.",
    "The sun was in the sea. Go on.",
    "A hen was in a boat. Go on.",
    "A hen was in a boat The sun was in the sea. Go on.",
    ["The sun was in the sea", "A hen was in a boat"],
  ],
  [
    "what the other took away",
    "We saw the red sea.",
    "We saw.",
    "We saw the blue sea.",
    "We saw the blue sea.",
    ["", "the blue sea"],
  ],
  ["without spaces", "青い灯", "赤い灯", "白い灯", "白い赤い灯", ["赤い", "白い"]],
])("both rewrote %s", (_, base, mine, theirs, expected, readings) => {
  const { content, conflicts } = texts(base, mine, theirs);
  expect(plainText(content)).toBe(expected);
  expect(conflicts.map((conflict) => [conflict.mine.text, conflict.theirs.text])).toEqual([readings]);
  const [conflict] = conflicts;
  for (const reading of conflict ? [conflict.mine, conflict.theirs] : [])
    expect(expected.slice(...(reading.span ?? [])).trim()).toBe(reading.text);
});

const strong: Mark = { type: "strong" };
const emphasis: Mark = { type: "emphasis" };
const link = (href: string): Mark => ({ type: "link", attrs: { href } });
const plain = [words("one two three")];

test.each<[string, Inline[], Inline[], Inline[]]>([
  [
    "on other words",
    [words("one", strong), words(" two three")],
    [words("one two "), words("three", emphasis)],
    [words("one", strong), words(" two "), words("three", emphasis)],
  ],
  [
    "on the same word",
    [words("one", strong), words(" two three")],
    [words("one", emphasis), words(" two three")],
    [words("one", strong, emphasis), words(" two three")],
  ],
  [
    "on parts of a word",
    [words("on", strong), words("e two three")],
    [words("o"), words("ne", emphasis), words(" two three")],
    [words("o", strong), words("n", strong, emphasis), words("e", emphasis), words(" two three")],
  ],
  [
    "on a word that the other changed",
    [words("one two three", emphasis)],
    [words("one 2 three")],
    [words("one 2 three", emphasis)],
  ],
  [
    "around words that the other put in",
    [words("one two three", emphasis)],
    [words("one two and three")],
    [words("one two and three", emphasis)],
  ],
  [
    "that lead elsewhere",
    [words("one two three", link("https://a.test"))],
    [words("one two three", link("https://b.test"))],
    [words("one two three", link("https://a.test"))],
  ],
])("marks %s", (_, mine, theirs, expected) => {
  expect(mergeWords("a000000001", { base: plain, mine, theirs })).toEqual({ content: expected, conflicts: [] });
  expect(mergeWords("a000000001", { base: plain, mine: theirs, theirs: mine })).toEqual({
    content: expected,
    conflicts: [],
  });
});

test("a footnote and a line break are words of their own", () => {
  const note = (text: string): Inline => ({ type: "footnote", attrs: { id: "f000000001" }, content: [words(text)] });
  const [base, mine, theirs] = [
    [words("one"), note("First."), words(" two")],
    [words("one"), note("Second."), words(" two")],
    [words("one"), note("First."), { type: "hardBreak" } as const, words(" 2")],
  ];
  expect(mergeWords("a000000001", { base, mine, theirs }).content).toEqual([
    words("one"),
    note("Second."),
    { type: "hardBreak" },
    words(" 2"),
  ]);
  const torn = mergeWords("a000000001", { base, mine, theirs: [words("one"), note("Third."), words(" two")] });
  expect(torn.content).toEqual([words("one"), note("Second."), note("Third."), words(" two")]);
  expect(torn.conflicts).toMatchObject([{ mine: { text: "[Second.]" }, theirs: { text: "[Third.]" } }]);
});

test("words without end that were all rewritten make nobody wait", () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n % 7} the`).join(" ");
  const started = performance.now();
  const { conflicts } = texts(long("a"), long("b"), long("c"));
  expect(conflicts).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(5000);
});

const touch = fc.record({ kind: fc.constantFrom("put in", "take away", "rewrite"), at: fc.nat(20), many: fc.nat(2) });
const touches = fc.array(touch, { maxLength: 4 });
type Touch = typeof touch extends fc.Arbitrary<infer One> ? One : never;

function edit(base: readonly string[], all: readonly Touch[], name: string): string[] {
  return all.reduce<string[]>(
    (words, { kind, at, many: count }, index) =>
      words.toSpliced(
        at % (words.length + 1),
        kind === "put in" ? 0 : count + 1,
        ...(kind === "take away" ? [] : [`${name}${index}`]),
      ),
    [...base],
  );
}

test("words that both wrote, as when each had taken in some of what the other had, are not lost between the two", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), touches, touches, (count, mine, theirs) => {
      const base = Array.from({ length: count }, (_, index) => `b${index}`);
      const [own, others] = [edit(base, mine, "n"), edit(base, theirs, "n")];
      const three = [base, own, others].map((all) => (all.length === 0 ? [] : [words(all.join(" "))]));
      const { content } = mergeWords("a000000001", { base: three[0], mine: three[1], theirs: three[2] });
      const held = new Set(plainText(content).split(" "));
      expect([...own, ...others].filter((word) => !base.includes(word) && !held.has(word))).toEqual([]);
    }),
    many,
  );
});

test("of words closely rewritten by both none is lost, and a second merge changes nothing that was not told", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), touches, touches, (count, mine, theirs) => {
      const base = Array.from({ length: count }, (_, index) => `b${index}`);
      const [own, others] = [edit(base, mine, "m"), edit(base, theirs, "t")];
      const inline = (text: string) => (text === "" ? [] : [words(text)]);
      const mergeTo = (here: string, there: string) => {
        const { content, conflicts } = mergeWords("a000000001", {
          base: inline(base.join(" ")),
          mine: inline(here),
          theirs: inline(there),
        });
        return { text: plainText(content), conflicts };
      };
      const [here, there] = [own.join(" "), others.join(" ")];
      const { text, conflicts } = mergeTo(here, there);
      const held = new Set(text.split(" "));
      const kept = [...own, ...others].filter(
        (word) => !base.includes(word) || (own.includes(word) && others.includes(word)),
      );
      expect(kept.filter((word) => !held.has(word))).toEqual([]);
      if (conflicts.length > 0) return;
      expect(mergeTo(text, there).text).toBe(text);
      expect(mergeTo(here, text).text).toBe(text);
    }),
    many,
  );
});
