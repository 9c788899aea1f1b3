import { expect, test } from "vitest";
import { findGridFault } from "./table-grid.ts";

const cell = (colspan = 1, rowspan = 1) => ({ colspan, rowspan });
const full = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell()));

test.each([
  [[[cell()]]],
  [[[cell(2)], [cell(), cell()]]],
  [
    [
      [cell(1, 2), cell(2)],
      [cell(), cell()],
    ],
  ],
  [[[cell(), cell(1, 3)], [cell()], [cell()]]],
  [full(500, 50)],
])("cells that fill a rectangle make a table (%#)", (rows) => {
  expect(findGridFault(rows)).toBeNull();
});

test.each([
  [[[cell(), cell()], [cell()]], "as wide"],
  [[[cell(1, 2)]], "more rows"],
  [[[cell(), cell(1, 2)], [cell(2)]], "on top"],
  [
    [
      [cell(1, 2), cell()],
      [cell(), cell()],
    ],
    "as wide",
  ],
  [full(501, 1), "500 rows"],
  [full(1, 51), "50 columns"],
  [[[cell(50), cell(50)]], "50 columns"],
])("others are named with a sentence (%#)", (rows, fault) => {
  expect(findGridFault(rows)).toContain(fault);
});
