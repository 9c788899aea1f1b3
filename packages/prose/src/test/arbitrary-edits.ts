import fc, { type Arbitrary } from "fast-check";
import type { Document, Paragraph, TopBlock } from "../document.ts";
import { emptyParagraph } from "../edit.ts";
import { sanitise } from "../sanitise.ts";
import { documentText } from "../walk.ts";
import { countingIds, mustBeValid, validDocument } from "./arbitrary-document.ts";

const kinds = ["add", "write", "write", "clear", "remove", "move", "wrap"] as const;
const edit = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(99), to: fc.nat(99) });
type Edit = { kind: (typeof kinds)[number]; at: number; to: number };

/** A document whose paragraphs each hold a mark, and two that others have made of it, with marks of their own. */
export const threeVersions: Arbitrary<{ base: Document; mine: Document; theirs: Document }> = fc
  .tuple(validDocument, fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }))
  .map(([document, mine, theirs]) => {
    const makeId = countingIds("n");
    const base = tidy({
      ...document,
      content: [...document.content, ...[1, 2, 3].map(() => emptyParagraph(makeId))].map((block, index) =>
        block.type === "paragraph" ? write(block, `§b${index}§`) : block,
      ),
    });
    return {
      base,
      mine: editAll(base, mine, { name: "m", makeId }),
      theirs: editAll(base, theirs, { name: "t", makeId }),
    };
  });

export const marksIn = (document: Document): string[] => documentText(document).match(/§[bmt]\d+§/g) ?? [];

function editAll(base: Document, edits: Edit[], { name, makeId }: { name: string; makeId: () => string }): Document {
  let { content } = base;
  for (const [index, one] of edits.entries()) {
    const next = apply(content, one, { mark: `§${name}${index}§`, makeId });
    if (next.length > 0) content = next;
  }
  return tidy({ ...base, content });
}

function apply(
  content: TopBlock[],
  { kind, at, to }: Edit,
  { mark, makeId }: { mark: string; makeId: () => string },
): TopBlock[] {
  const index = at % content.length;
  const block = content[index];
  if (kind === "add") return content.toSpliced(index, 0, write(emptyParagraph(makeId), mark));
  if (kind === "remove") return content.toSpliced(index, 1);
  if (kind === "move" && block) return content.toSpliced(index, 1).toSpliced(to % content.length, 0, block);
  if (block?.type !== "paragraph") return content;
  if (kind === "write") return content.with(index, write(block, mark));
  if (kind === "clear") return content.with(index, { type: "paragraph", attrs: block.attrs });
  const attrs = { id: makeId(), dir: null, lang: null };
  return content.with(index, { type: "blockquote", attrs, content: [write(block, mark)] });
}

const write = (block: Paragraph, mark: string): Paragraph => ({
  ...block,
  content: [...(block.content ?? []), { type: "text", text: mark }],
});

const tidy = (document: Document): Document => mustBeValid(sanitise(document));
