import { limits } from "@muejam/prose/limits";
import { all, isBlank, paragraphOf, unwrap } from "./dom.ts";

/** Tables of words stay tables, squared; what only laid out a page becomes its words. */
export function squareTables(body: HTMLElement): void {
  for (const caption of all(body, "caption")) {
    caption.closest("table")?.before(paragraphOf(body.ownerDocument, ...caption.childNodes));
    caption.remove();
  }
  for (const table of all<HTMLTableElement>(body, "table").reverse()) {
    for (const row of all<HTMLTableRowElement>(table, "tr")) if (row.cells.length === 0) row.remove();
    if (isLayout(table)) spill(table);
    else square(table);
  }
}

function isLayout(table: HTMLTableElement): boolean {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  const isNested = Boolean(table.parentElement?.closest("table"));
  const isTooLarge =
    table.rows.length > limits.tableRowsMax || cells.length / table.rows.length > limits.tableColumnsMax;
  const isPlaced = table.getAttribute("role") === "presentation" || table.closest("li,blockquote") !== null;
  return cells.length < 2 || isNested || isTooLarge || isPlaced || cells.every((cell) => isBlank(cell.textContent));
}

function spill(table: HTMLTableElement): void {
  for (const cell of all(table, "td,th")) {
    const isWords = !cell.querySelector("p,ul,ol,h1,h2,h3,h4,h5,h6,blockquote,table,div");
    cell.replaceWith(...(isWords ? [paragraphOf(table.ownerDocument, ...cell.childNodes)] : cell.childNodes));
  }
  for (const part of all(table, "tr,thead,tbody,tfoot")) unwrap(part);
  unwrap(table);
}

/** Each row as wide as the widest, and no cell over another's place. */
function square(table: HTMLTableElement): void {
  const rows = [...table.rows];
  const taken = rows.map(() => new Set<number>());
  for (const [at, row] of rows.entries())
    for (const cell of row.cells) {
      let column = 0;
      while (taken[at]?.has(column)) column += 1;
      cell.rowSpan = Math.min(cell.rowSpan || 1, rows.length - at);
      cell.colSpan = Math.min(cell.colSpan || 1, limits.tableColumnsMax - column);
      while (cell.colSpan > 1 && taken[at]?.has(column + cell.colSpan - 1)) cell.colSpan -= 1;
      for (const spanned of taken.slice(at, at + cell.rowSpan))
        for (let step = 0; step < cell.colSpan; step += 1) spanned.add(column + step);
    }
  const width = Math.max(...taken.map((columns) => Math.max(...columns) + 1));
  for (const [at, row] of rows.entries())
    for (let column = 0; column < width; column += 1) if (!taken[at]?.has(column)) row.insertCell();
}
