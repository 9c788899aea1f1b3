import { Place } from "@muejam/contracts/reading";
import { expect, test } from "vitest";
import { anchorIn, findBlock } from "./place.ts";

const blocks = [
  { id: "a1", text: "The sea came back to Harrow Staithe on the ninth of the month." },
  { id: "b2", text: "Wenna heard it before she saw it. She was on the counting-house steps." },
  { id: "c3", text: "“That’s ours,” said old Prior." },
];
const [first = { id: "", text: "" }, second = first] = blocks;
const at = (block: typeof first, offset: number, perMille = 500) => ({ ...anchorIn(block, offset), perMille });

test("what is quoted ends with a whole word", () => {
  const { quote, suffix } = anchorIn({ id: "k4", text: `${"abcdefg ".repeat(20)}end` }, 8);
  expect(quote).toBe("abcdefg ".repeat(15).trim());
  expect(suffix).toMatch(/^abcdefg /);
});

test("a block keeps its name through an edit of its words", () => {
  expect(findBlock([{ id: "b2", text: "Something else." }, first], at(second, 0))?.id).toBe("b2");
});

test("a block that is gone is found by its words", () => {
  const moved = blocks.map(({ text }, index) => ({ id: `new${index}`, text: `${text} And so on.` }));
  expect(findBlock(moved, at(second, 34))?.id).toBe("new1");
});

test("of equal words, those among the same ones", () => {
  const same = { id: "x", text: "Yes, he said, and left. Wenna heard it." };
  const place = at(same, 24);
  const again = [
    { id: "y", text: "Wenna heard it." },
    { id: "z", text: "No. Yes, he said, and left. Wenna heard it." },
  ];
  expect(findBlock(again, place)?.id).toBe("z");
});

test("else by how far down it was", () => {
  const other = [
    { id: "m", text: "m" },
    { id: "n", text: "n" },
    { id: "o", text: "o" },
  ];
  expect(findBlock(other, at(second, 0, 1000))?.id).toBe("o");
  expect(findBlock([], at(second, 0))).toBeNull();
});

test.each(["😀".repeat(60), "a\nb\tc\u0000d\u202ee", "ساعتان في دمشق ".repeat(20), ""])(
  "whatever is written there, the contract takes it: %j",
  (text) => {
    for (let offset = 0; offset < text.length; offset += 7) {
      const place = { ...anchorIn({ id: "k4", text }, offset), edition: 1, perMille: 0 };
      expect(Place.safeParse(place).error?.issues).toBeUndefined();
    }
  },
);
