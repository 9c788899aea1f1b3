import fc, { type Arbitrary } from "fast-check";
import type { Document, Inline, LooseNode, Paragraph, Text, TopBlock } from "../document.ts";
import { emptyParagraph } from "../edit.ts";
import { sanitise } from "../sanitise.ts";
import { documentText } from "../walk.ts";
import { countingIds, mustBeValid, validDocument } from "./arbitrary-document.ts";

const ofBlocks = ["add", "clear", "remove", "move", "wrap", "drop"] as const;
const ofWords = ["append", "insert", "strike out", "replace", "emphasise", "note"] as const;
type Kind = (typeof ofBlocks | typeof ofWords)[number];
type Edit = { kind: Kind; at: number; to: number };
type Versions = Record<"base" | "mine" | "theirs", Document>;

const edits: Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.oneof(fc.constantFrom(...ofBlocks), fc.constantFrom(...ofWords), fc.constantFrom(...ofWords)),
    at: fc.nat(99),
    to: fc.nat(99),
  }),
  { maxLength: 6 },
);

/** A document whose paragraphs hold words of their own, each once, and two that others have made of it with theirs. */
export const threeVersions = versionsOf({ isEachOnce: false });

/** Their paragraphs hold nothing but those words, so that it is clear which of two is meant. */
export const versionsWithWordsOnce = versionsOf({ isEachOnce: true });

function versionsOf({ isEachOnce }: { isEachOnce: boolean }): Arbitrary<Versions> {
  return fc.tuple(validDocument, edits, edits).map(([document, mine, theirs]) => {
    const makeId = countingIds("n");
    let count = 0;
    const blocks = [...document.content, ...[1, 2, 3].map(() => emptyParagraph(makeId))];
    const content = blocks.map((block) =>
      mapParagraphs(block, (paragraph) => ({
        ...paragraph,
        content: [
          ...(isEachOnce ? [] : (paragraph.content ?? [])),
          ...[1, 2, 3, 4].map(() => wordOf(`b${(count += 1)}`)),
        ],
      })),
    );
    const base = tidy({ ...document, content });
    return {
      base,
      mine: editAll(base, mine, { name: "m", makeId }),
      theirs: editAll(base, theirs, { name: "t", makeId }),
    };
  });
}

/** The words by which a test knows what was kept. */
export const marksIn = (document: Document): string[] => documentText(document).match(/[bmt]\d+z/g) ?? [];

type Author = { name: string; makeId: () => string };

function editAll(base: Document, edits: Edit[], { name, makeId }: Author): Document {
  let { content } = base;
  for (const [index, one] of edits.entries()) {
    const next = apply(content, one, { word: `${name}${index}`, makeId });
    if (next.length > 0) content = next;
  }
  return tidy({ ...base, content });
}

function apply(
  content: TopBlock[],
  { kind, at, to }: Edit,
  { word, makeId }: { word: string; makeId: () => string },
): TopBlock[] {
  const index = at % content.length;
  const block = content[index];
  if (!block) return content;
  if (kind === "add") return content.toSpliced(index, 0, { ...emptyParagraph(makeId), content: [wordOf(word)] });
  if (kind === "remove") return content.toSpliced(index, 1);
  if (kind === "move") return content.toSpliced(index, 1).toSpliced(to % content.length, 0, block);
  if (kind === "wrap" && block.type === "paragraph")
    return content.with(index, {
      type: "blockquote",
      attrs: { id: makeId(), dir: null, lang: null },
      content: [block],
    });
  if (kind === "drop" && (block.type === "blockquote" || block.type === "note" || block.type === "bulletList"))
    // safe: one child fewer leaves a node of the same type, and `tidy` looks again.
    return block.content.length < 2 ? content : content.with(index, dropChild(block, to) as TopBlock);
  if (kind === "clear" && block.type === "paragraph")
    return content.with(index, { type: "paragraph", attrs: block.attrs });
  let turn = to;
  return content.with(
    index,
    mapParagraphs(block, (paragraph) => {
      turn -= 1;
      return turn % 3 === 0 || block.type === "paragraph"
        ? editWords(paragraph, { kind, at: to, word, makeId })
        : paragraph;
    }),
  );
}

function editWords(
  paragraph: Paragraph,
  { kind, at, word, makeId }: { kind: Edit["kind"]; at: number; word: string; makeId: () => string },
): Paragraph {
  const words = (paragraph.content ?? []).flatMap((node): Inline[] => (node.type === "text" ? cutText(node) : [node]));
  const index = at % (words.length + 1);
  const [old] = words.slice(index);
  const put = (removed: number, ...added: Inline[]) => ({
    ...paragraph,
    content: words.toSpliced(index, removed, ...added),
  });
  switch (kind) {
    case "append":
      return { ...paragraph, content: [...words, wordOf(word)] };
    case "insert":
      return put(0, wordOf(word));
    case "replace":
      return put(1, wordOf(word));
    case "strike out":
      return put(1 + (at % 2));
    case "emphasise":
      return old ? put(1, { ...old, marks: [{ type: at % 2 === 0 ? "strong" : "emphasis" }] }) : paragraph;
    case "note":
      return put(0, { type: "footnote", attrs: { id: makeId() }, content: [wordOf(word)] });
    default:
      return paragraph;
  }
}

const cutText = (node: Text): Text[] => node.text.split(/(?=\s)/).map((text) => ({ ...node, text }));
const wordOf = (word: string): Text => ({ type: "text", text: ` ${word}z` });
const dropChild = (block: LooseNode, at: number): LooseNode => ({
  ...block,
  content: (block.content ?? []).toSpliced(at % (block.content ?? []).length, 1),
});

function mapParagraphs<T extends LooseNode>(node: T, change: (paragraph: Paragraph) => Paragraph): T {
  // safe: a paragraph becomes a paragraph, and whatever else keeps its type.
  if (node.type === "paragraph") return change(node as LooseNode as Paragraph) as LooseNode as T;
  return node.content ? { ...node, content: node.content.map((child) => mapParagraphs(child, change)) } : node;
}

const tidy = (document: Document): Document => mustBeValid(sanitise(document));
