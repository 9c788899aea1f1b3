import { inPlace } from "./change.ts";
import type { Document, TopBlock } from "./document.ts";
import { regionsOf } from "./regions.ts";
import { isSame } from "./same.ts";
import { topBlocks, walk } from "./walk.ts";
import { tokensOf } from "./word-tokens.ts";

export type Run = { kind: "same" | "added" | "removed"; text: string };

/** `form`: the same words in other marks, another kind of block or another language. */
export type Difference =
  | { kind: "same"; blocks: number }
  | {
      kind: "added" | "removed" | "changed" | "form";
      id: string;
      type: TopBlock["type"];
      isMoved: boolean;
      runs: Run[];
    };

/** What was written, taken away and moved from one document to the next, in the order of the later one. */
export function compare(before: Document, after: Document): Difference[] {
  const [old, current] = [topBlocks(before), topBlocks(after)];
  const [wordsBefore, wordsAfter] = [wordsOf(before), wordsOf(after)];
  const unmoved = inPlace([...old.keys()], [...current.keys()]);
  const differences: Difference[] = [];
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
        put({ kind: "removed", id: attrs.id, type, isMoved: false, runs: runs("removed", wordsBefore.get(attrs.id)) });
    }
  };
  for (const block of after.content) {
    const { id } = block.attrs;
    const isMoved = old.has(id) && !unmoved.has(id);
    if (unmoved.has(id)) putGoneBefore(id);
    const was = old.get(id);
    if (was && !isMoved && isSame(was, block)) put({ kind: "same", blocks: 1 });
    else if (!was) put({ kind: "added", id, type: block.type, isMoved, runs: runs("added", wordsAfter.get(id)) });
    else {
      const words = compareWords(wordsBefore.get(id) ?? "", wordsAfter.get(id) ?? "");
      const kind = words.some((run) => run.kind !== "same") ? "changed" : "form";
      put({ kind, id, type: block.type, isMoved, runs: words });
    }
  }
  putGoneBefore(null);
  return differences;
}

/** Word by word, so that a changed letter shows the word it stands in. */
export function compareWords(before: string, after: string): Run[] {
  const [base, mine] = [keysOf(before), keysOf(after)];
  const compared: Run[] = [];
  const put = (kind: Run["kind"], keys: string[]) => {
    const last = compared.at(-1);
    if (keys.length === 0) return;
    if (last?.kind === kind) last.text += keys.join("");
    else compared.push({ kind, text: keys.join("") });
  };
  let at = 0;
  for (const region of regionsOf({ base, mine, theirs: base })) {
    put("same", base.slice(at, region.base[0]));
    put("removed", base.slice(...region.base));
    put("added", mine.slice(...region.mine));
    at = region.base[1];
  }
  put("same", base.slice(at));
  return compared;
}

const runs = (kind: Run["kind"], text = ""): Run[] => (text === "" ? [] : [{ kind, text }]);
const keysOf = (text: string): string[] => tokensOf(text === "" ? [] : [{ type: "text", text }]).map(({ key }) => key);

/** All that a block of the document's own level says, with what is nested in it and its footnotes, each in a line. */
function wordsOf(document: Document): Map<string, string> {
  const words = new Map<string, string>();
  for (const { top, text } of walk(document)) {
    const before = words.get(top);
    words.set(top, before === undefined ? text : `${before}\n${text}`);
  }
  return words;
}
