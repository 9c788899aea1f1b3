import { inPlace } from "./change.ts";
import type { Document, TopBlock } from "./document.ts";
import { figuresIn } from "./figures.ts";
import { regionsOf } from "./regions.ts";
import { isSame } from "./same.ts";
import { plainText, topBlocks, walk } from "./walk.ts";
import { type Token, tokensOf } from "./word-tokens.ts";

export type Run = { kind: "same" | "added" | "removed"; text: string };

/** `form`: the same words in other marks, another kind of block or another language. `pictures` are named by their keys. */
export type Difference =
  | { kind: "same"; blocks: number }
  | {
      kind: "added" | "removed" | "changed" | "form";
      id: string;
      type: TopBlock["type"];
      isMoved: boolean;
      runs: Run[];
      pictures: { before: string[]; after: string[] };
    };

/** What was written, taken away and moved from one document to the next, in the order of the later one. */
export function compare(before: Document, after: Document): Difference[] {
  const [old, current] = [topBlocks(before), topBlocks(after)];
  const [wordsBefore, wordsAfter] = [wordsOf(before), wordsOf(after)];
  const unmoved = inPlace([...old.keys()], [...current.keys()]);
  const differences: Difference[] = [];
  const picturesOf = (id: string) => ({ before: mediaIn(old.get(id)), after: mediaIn(current.get(id)) });
  const put = (difference: Difference) => {
    const last = differences.at(-1);
    if (difference.kind === "same" && last?.kind === "same") last.blocks += difference.blocks;
    else differences.push(difference);
  };
  const gone = before.content.values();
  const putGoneBefore = (id: string | null) => {
    for (const { attrs, type } of gone) {
      if (attrs.id === id) return;
      if (!current.has(attrs.id))
        put({
          kind: "removed",
          id: attrs.id,
          type,
          isMoved: false,
          runs: runs("removed", wordsBefore.get(attrs.id)),
          pictures: picturesOf(attrs.id),
        });
    }
  };
  for (const block of after.content) {
    const { id } = block.attrs;
    const isMoved = old.has(id) && !unmoved.has(id);
    if (unmoved.has(id)) putGoneBefore(id);
    const was = old.get(id);
    const common = { id, type: block.type, isMoved, pictures: picturesOf(id) };
    if (was && !isMoved && isSame(was, block)) put({ kind: "same", blocks: 1 });
    else if (!was) put({ ...common, kind: "added", runs: runs("added", wordsAfter.get(id)) });
    else {
      const words = compareWords(wordsBefore.get(id) ?? "", wordsAfter.get(id) ?? "");
      const kind = words.some((run) => run.kind !== "same") ? "changed" : "form";
      put({ ...common, kind, runs: words });
    }
  }
  putGoneBefore(null);
  return differences;
}

/** Word by word, so that a changed letter shows the word it stands in; a space that changed is no word. */
export function compareWords(before: string, after: string): Run[] {
  const [base, mine] = [wordsIn(before), wordsIn(after)];
  const compared: Run[] = [];
  const put = (kind: Run["kind"], tokens: Token[]) => {
    const last = compared.at(-1);
    if (tokens.length === 0) return;
    const text = tokens.map(({ nodes }) => plainText(nodes)).join("");
    if (last?.kind === kind) last.text += text;
    else compared.push({ kind, text });
  };
  let at = 0;
  const keys = { base: keysOf(base), mine: keysOf(mine), theirs: keysOf(base) };
  for (const region of regionsOf(keys)) {
    put("same", mine.slice(at, region.mine[0]));
    put("removed", base.slice(...region.base));
    put("added", mine.slice(...region.mine));
    at = region.mine[1];
  }
  put("same", mine.slice(at));
  return compared;
}

const runs = (kind: Run["kind"], text = ""): Run[] => (text === "" ? [] : [{ kind, text }]);
const wordsIn = (text: string): Token[] => tokensOf(text === "" ? [] : [{ type: "text", text }]);
const keysOf = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key);

const mediaIn = (block: TopBlock | undefined): string[] =>
  block ? Array.from(figuresIn(block), ({ attrs }) => attrs.media) : [];

/**
 * All that a block of the document's own level says, with what is nested in it and its footnotes, each in a line. What a
 * picture shows stands in brackets before its caption.
 */
function wordsOf(document: Document): Map<string, string> {
  const words = new Map<string, string>();
  const shown = new Map(Array.from(figuresIn(document), ({ attrs }) => [attrs.id, attrs.alt]));
  for (const { id, top, text: own } of walk(document)) {
    const alt = shown.get(id);
    const text = alt ? [`[${alt}]`, ...(own === "" ? [] : [own])].join("\n") : own;
    const before = words.get(top);
    words.set(top, before === undefined ? text : `${before}\n${text}`);
  }
  return words;
}
