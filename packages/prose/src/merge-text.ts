import { mergeWords } from "./merge-words.ts";
import { isTorn, mapThree, pick, type Three } from "./three-way.ts";
import { plainText } from "./walk.ts";

/**
 * Words without marks, as a title or a note has them. `isTorn`: both changed the same ones, and both readings stand;
 * where there is no room for both, the one that sorts first, and whoever asked has the other to show.
 */
export function mergeText(texts: Three<string>, longest: number): { text: string; isTorn: boolean } {
  const { base, mine, theirs } = texts;
  if (!isTorn(texts)) return { text: mine === base ? theirs : mine, isTorn: false };
  const inline = mapThree({ base, mine, theirs }, (text) => (text === "" ? [] : [{ type: "text" as const, text }]));
  const { content, conflicts } = mergeWords("", inline);
  const text = plainText(content);
  if (text.length <= longest) return { text, isTorn: conflicts.length > 0 };
  return { text: pick(texts), isTorn: true };
}
