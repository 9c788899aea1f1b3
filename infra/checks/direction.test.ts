import { expect, test } from "vitest";
import { findPhysical } from "./direction.ts";

test.each([
  ["a.css", "  margin-left: 1rem;"],
  ["a.css", "  left: 0;"],
  ["a.css", "  border-top-right-radius: 4px;"],
  ["a.css", "  text-align: right;"],
  ["a.tsx", '<p className="flex ml-4" />'],
  ["a.tsx", '<p className="-left-1" />'],
  ["a.tsx", '<p className="md:pr-2" />'],
  ["a.tsx", '<p className="flex text-left" />'],
])("%s: %s has a side", (file, line) => {
  expect(findPhysical(file, line)).toHaveLength(1);
});

test.each([
  ["a.css", "  margin-inline-start: 1rem;"],
  ["a.css", "  inset-inline-start: 0;"],
  ["a.css", "  text-align: start;"],
  ["a.tsx", '<p className="ms-4 start-0 rounded-s text-start" />'],
  ["a.tsx", "const left = right - 1;"],
  ["a.tsx", '<p className="rounded-lg text-lg border-red-500" />'],
])("%s: %s mirrors", (file, line) => {
  expect(findPhysical(file, line)).toEqual([]);
});
