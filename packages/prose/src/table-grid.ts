import type { LooseNode } from "./document.ts";
import { limits } from "./limits.ts";

type Spans = { colspan: number; rowspan: number };

/** Null when the cells fill one rectangle without a gap or an overlap; else what is wrong, as a sentence. */
export function findGridFault(rows: readonly (readonly Spans[])[]): string | null {
  if (rows.length > limits.tableRowsMax) return `A table has at most ${limits.tableRowsMax} rows.`;
  const taken = rows.map(() => new Set<number>());
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const { colspan, rowspan } of row) {
      while (taken[rowIndex]?.has(column)) column += 1;
      if (rowIndex + rowspan > rows.length) return "A cell spans more rows than the table has.";
      for (const spanned of taken.slice(rowIndex, rowIndex + rowspan))
        for (let at = column; at < column + colspan; at += 1) {
          if (spanned.has(at)) return "Two cells of the table lie on top of each other.";
          spanned.add(at);
        }
      column += colspan;
      if (column > limits.tableColumnsMax) return `A table has at most ${limits.tableColumnsMax} columns.`;
    }
  }
  const width = taken[0]?.size ?? 0;
  const isFull = taken.every((row) => row.size === width && row.has(width - 1));
  return isFull ? null : "Every row of a table must be as wide as the first.";
}

/** The same for a table whose cells say how far they reach. */
export function findTableFault({ content: rows = [] }: LooseNode): string | null {
  const spanOf = (span: unknown) => (typeof span === "number" ? span : 1);
  return findGridFault(
    rows.map(({ content: cells = [] }) =>
      cells.map(({ attrs = {} }) => ({ colspan: spanOf(attrs["colspan"]), rowspan: spanOf(attrs["rowspan"]) })),
    ),
  );
}
