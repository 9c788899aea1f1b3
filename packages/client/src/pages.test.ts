import { expect, test } from "vitest";
import { pages } from "./pages.ts";

type Input = { cursor?: string; limit: number };
const shelf: Record<string, { items: number[]; nextCursor: string | null }> = {
  first: { items: [1, 2], nextCursor: "a" },
  a: { items: [3, 4], nextCursor: "b" },
  b: { items: [5], nextCursor: null },
};

function reader() {
  const asked: Input[] = [];
  const read = async (input: Input) => {
    asked.push(input);
    return shelf[input.cursor ?? "first"] ?? { items: [], nextCursor: null };
  };
  return { asked, read };
}

test("reads page after page to the last", async () => {
  const { asked, read } = reader();
  const seen: number[] = [];
  for await (const { items } of pages(read, { limit: 2 })) seen.push(...items);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual([{ limit: 2 }, { limit: 2, cursor: "a" }, { limit: 2, cursor: "b" }]);
});

test("reads no page that nobody asks for, and begins where it is told", async () => {
  const { asked, read } = reader();
  for await (const { items } of pages(read, { limit: 2, cursor: "a" })) {
    expect(items).toEqual([3, 4]);
    break;
  }
  expect(asked).toEqual([{ limit: 2, cursor: "a" }]);
});
