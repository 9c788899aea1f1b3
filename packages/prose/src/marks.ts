import type { Mark } from "./document.ts";

export function isSameMark(a: Mark, b: Mark): boolean {
  return a.type === b.type && (a.type !== "link" || b.type !== "link" || a.attrs.href === b.attrs.href);
}

export function areSameMarks(a: readonly Mark[] = [], b: readonly Mark[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => isSameMark(mark, b[index] ?? mark));
}
