import { micromark } from "micromark";
import { gfmFootnote, gfmFootnoteHtml } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { partParagraphs } from "./markdown.ts";

/** Markdown with tables, footnotes and strikethrough. HTML in it stays the text that it is. */
export const markdownToHtml = (text: string): string =>
  micromark(partParagraphs(text), {
    extensions: [gfmFootnote(), gfmStrikethrough(), gfmTable()],
    htmlExtensions: [gfmFootnoteHtml(), gfmStrikethroughHtml(), gfmTableHtml()],
  });
