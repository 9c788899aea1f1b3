import { findSceneBreaks, gatherQuotes, keepOtherTongues, levelHeadings, partAtEmptyLines } from "./blocks.ts";
import { placeFootnotes } from "./footnotes.ts";
import { buildWordLists, mendNestedLists } from "./lists.ts";
import { describePictures, dropMess, trimSpace } from "./mess.ts";
import { squareTables } from "./tables.ts";

/**
 * What programs put on the clipboard, before the editor's parser sees it: what is meant is said in plain HTML, the rest
 * is gone. What was copied here comes back as it is.
 */
export function tidyPasted(html: string, chapter: { lang: string; dir: string }): string {
  const safe = inert(html);
  if (isOurs(safe)) return safe;
  const { body } = new DOMParser().parseFromString(safe, "text/html");
  dropMess(body);
  describePictures(body);
  placeFootnotes(body);
  buildWordLists(body);
  mendNestedLists(body);
  partAtEmptyLines(body);
  findSceneBreaks(body);
  gatherQuotes(body);
  levelHeadings(body);
  squareTables(body);
  keepOtherTongues(body, chapter);
  trimSpace(body);
  return body.innerHTML;
}

/** A copy from an editor like this one. */
export const isOurs = (html: string): boolean => /<[^>]*\sdata-pm-slice=/.test(html);

/**
 * The security policy refuses styles and handlers even where nothing is shown, so styles are carried on as data: some
 * of them say what a word means.
 */
export const inert = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=/gi, " data-style=").replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
    );
