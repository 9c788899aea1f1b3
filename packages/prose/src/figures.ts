import type { Document, Figure, LooseNode } from "./document.ts";

/** The pictures of a document or of one of its blocks, in reading order, however deep they stand. */
export function* figuresIn(node: Document | LooseNode): Generator<Figure> {
  // safe: what is called a figure is one.
  if (node.type === "figure") yield node as Figure;
  for (const child of node.content ?? []) yield* figuresIn(child as LooseNode);
}
