import { canonicalJson } from "./canonical-json.ts";
import type { Inline, Text } from "./document.ts";
import { plainText } from "./walk.ts";

/** A word with the space before it, a sign, a line break or a footnote. `key` says what it is, whatever its marks and space. */
export type Token = { key: string; nodes: Inline[] };

/** Dictionaries cut what is written without spaces; they go by the script, so that one language serves for all. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

export function tokensOf(content: readonly Inline[] = []): Token[] {
  const tokens: Token[] = [];
  let run: Text[] = [];
  const endRun = () => {
    tokens.push(...wordsOf(run));
    run = [];
  };
  for (const node of content) {
    if (node.type === "text") {
      run.push(node);
      continue;
    }
    endRun();
    tokens.push({ key: keyOf(node), nodes: [node] });
  }
  endRun();
  return tokens;
}

/** Whether two words that came to stand side by side would be read as one. */
export function runTogether(before: string, after: string): boolean {
  if (!/[\p{L}\p{N}]$/u.test(before) || !/^[\p{L}\p{N}]/u.test(after) || isSpaceless(after)) return false;
  const near = before.slice(-40).toWellFormed();
  return segmenter.segment(near + after.slice(0, 40)).containing(near.length)?.index !== near.length;
}

/** Whether it is in a script that puts no spaces between words. */
export function isSpaceless(text: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3000-\u303f]/u.test(
    text,
  );
}

/** A footnote whose words changed is another one: it is never cut. Controls keep these keys apart from words. */
function keyOf(node: Exclude<Inline, Text>): string {
  if (node.type === "hardBreak") return "\u0001";
  return `\u0002${canonicalJson({ attrs: node.attrs, content: node.content })}`;
}

/** A mark may begin in the middle of a word, so a word is what it is made of. */
function wordsOf(run: readonly Text[]): Token[] {
  const tokens: Token[] = [];
  let space = 0;
  let index = 0;
  let used = 0;
  const take = (length: number): Token => {
    const nodes: Text[] = [];
    for (let left = length; left > 0; ) {
      const node = run[index];
      if (!node) break;
      const text = node.text.slice(used, used + left);
      nodes.push({ ...node, text });
      left -= text.length;
      used += text.length;
      if (used < node.text.length) continue;
      index += 1;
      used = 0;
    }
    return { key: plainText(nodes).trim(), nodes };
  };
  for (const { segment } of segmenter.segment(plainText(run))) {
    if (segment.trim() === "") space += segment.length;
    else {
      tokens.push(take(space + segment.length));
      space = 0;
    }
  }
  if (space > 0) tokens.push(take(space));
  return tokens;
}
