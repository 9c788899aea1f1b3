import { expect, test } from "vitest";
import { type Thread, thinned } from "./threads.ts";

const many = (length: number, thread: Thread): Thread[] => Array.from({ length }, () => thread);

test("as many as can be told apart stay as they are", () => {
  const threads = many(120, "read");
  expect(thinned(threads)).toBe(threads);
});

test("of more, one stands for some, and says the most telling thing of them", () => {
  const threads = [...many(400, "read"), { here: 380 }, ...many(98, "unread"), "new" as const];
  const drawn = thinned(threads);
  expect(drawn).toHaveLength(100);
  expect(drawn.slice(0, 80)).toEqual(many(80, "read"));
  expect(drawn[80]).toEqual({ here: 380 });
  expect(drawn.slice(81)).toEqual([...many(18, "unread"), "new"]);
});
