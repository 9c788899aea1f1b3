import type { Inline, Mark } from "./document.ts";

export function isSameMark(a: Mark, b: Mark): boolean {
  return a.type === b.type && (a.type !== "link" || b.type !== "link" || a.attrs.href === b.attrs.href);
}

export function areSameMarks(a: readonly Mark[] = [], b: readonly Mark[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => isSameMark(mark, b[index] ?? mark));
}

/** Text is never cut without need. */
export function joinInline(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of content) {
    const before = joined.at(-1);
    if (before?.type === "text" && node.type === "text" && areSameMarks(before.marks, node.marks))
      joined[joined.length - 1] = { ...before, text: before.text + node.text };
    else joined.push(node);
  }
  return joined;
}
