import { renderText } from "@muejam/prose/render-text";
import { saveFile } from "../../lib/save-file.ts";
import type { Writing } from "./journal.ts";

export const asText = ({ title, noteBefore, noteAfter, document }: Writing): string =>
  `${[title, noteBefore, renderText(document), noteAfter].filter(Boolean).join("\n\n")}\n`;

export const saveWords = (writing: Writing, name: string): void =>
  saveFile(`${name}.txt`, { text: asText(writing), type: "text/plain" });
