import type { LooseNode } from "./document.ts";

/** The pictures in some blocks, however deep: the block that each stands in, and the file that it names. */
export function* picturesIn(blocks: readonly LooseNode[]): Generator<{ id: string; media: string }> {
  for (const { type, attrs, content = [] } of blocks) {
    if (type === "figure") yield { id: String(attrs?.["id"]), media: String(attrs?.["media"]) };
    else yield* picturesIn(content);
  }
}
