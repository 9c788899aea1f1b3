import { advanceOf, isJoined, isSquare } from "./besley-advances.ts";

export type TitleRoom = { width: number; rows: number; max: number };
export type SetTitle = { size: number; lines: string[] };

const least = 13;
const tracking = 0.014;
const lettersMax = 60;
const tries = 40;

/** As large as it can be: up to so many balanced lines, where fewer lines and no lone article win a near tie. */
export function setTitle(title: string, room: TitleRoom): SetTitle {
  const pieces = piecesOf(shorten(title.trim()));
  const narrowest = Math.max(...pieces.map(({ text }) => widthOf(text)));
  const widest = pieces.reduce((sum, { text, gap }) => sum + widthOf(gap + text), 0);
  let best = { size: 0, lines: [""], score: 0 };
  for (let step = 0; step <= tries; step += 1) {
    const lines = breakLines(pieces, narrowest + ((widest - narrowest) * step) / tries);
    const size = sizeOf(lines, room);
    const score = scoreOf(lines, size);
    if (lines.length <= room.rows && size >= least && score > best.score) best = { size, lines, score };
  }
  return best.score > 0 ? { size: best.size, lines: best.lines } : cutToFit(pieces, room);
}

/** In ems. */
export function widthOf(text: string): number {
  const letters = lettersOf(text);
  const advance = letters.reduce((sum, letter) => sum + advanceOf(letter), 0) / 1000;
  return advance - letters.length * trackOf(text);
}

/** With the marks that stand over them. */
const lettersOf = (text: string): string[] => text.normalize("NFC").match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/** How much closer letters stand, in ems: those that join, and those in squares, never do. */
export const trackOf = (text: string): number => (isJoined(text) || isSquare(text) ? 0 : tracking);

/** One line: smaller if it must be, and cut off where even that does not help. */
export function setLine(text: string, width: number, size: number): { size: number; text: string } {
  const smaller = Math.floor(Math.min(size, Math.max(size * 0.8, width / widthOf(text))) * 10) / 10;
  return { size: smaller, text: endWithin(text, width / smaller) };
}

/** What comes before a colon or a dash is the title; what comes after explains it. */
function shorten(title: string): string {
  if (title.length <= lettersMax) return title;
  const [head = ""] = title.split(/\s*[:：—]\s*|\s+[–-]\s+/u);
  return head === "" ? title : head;
}

type Piece = { text: string; gap: string };

/** A line may end between words, and between two square letters, but not before what closes. */
function piecesOf(title: string): Piece[] {
  const pieces: Piece[] = [];
  let gap = "";
  let isOpen = false;
  for (const letter of title) {
    const last = pieces.at(-1);
    const stays =
      last && gap === "" && (/[\p{Pe}\p{Pf}\p{Po}\p{M}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u.test(letter) || isOpen);
    if (/\s/u.test(letter)) gap = " ";
    else if (stays || (last && gap === "" && !isSquare(letter) && !isSquare(last.text))) last.text += letter;
    else {
      pieces.push({ text: letter, gap });
      gap = "";
    }
    isOpen = /[\p{Ps}\p{Pi}]/u.test(letter);
  }
  return pieces;
}

function breakLines(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const { text, gap } of pieces) {
    const longer = line + gap + text;
    if (line === "") line = text;
    else if (widthOf(longer) <= width + 1e-9) line = longer;
    else {
      lines.push(line);
      line = text;
    }
  }
  return [...lines, line];
}

const sizeOf = (lines: readonly string[], { width, max }: TitleRoom): number =>
  Math.floor(Math.min(max, width / Math.max(...lines.map(widthOf))) * 2) / 2;

function scoreOf(lines: readonly string[], size: number): number {
  const isStubbed = lines.some((line) => /^(the|of|a|an|for|to|and)$/i.test(line));
  return size * (isStubbed ? 0.86 : 1) * (1 - 0.09 * Math.max(0, lines.length - 2));
}

/** Nothing fits whole: the smallest letters, words cut through where they must be, and an ellipsis. */
function cutToFit(pieces: readonly Piece[], { width, rows }: TitleRoom): SetTitle {
  const most = width / least;
  const fitting = pieces.flatMap(({ text, gap }) =>
    widthOf(text) <= most
      ? [{ text, gap }]
      : lettersOf(text).map((letter, at) => ({ text: letter, gap: at > 0 ? "" : gap })),
  );
  const lines = breakLines(fitting, most);
  if (lines.length <= rows) return { size: least, lines };
  const [last = "", next = ""] = lines.slice(rows - 1);
  return { size: least, lines: [...lines.slice(0, rows - 1), endWithin(`${last} ${next}`, most)] };
}

function endWithin(text: string, width: number): string {
  if (widthOf(text) <= width + 1e-9) return text;
  let letters = lettersOf(text);
  while (letters.length > 1 && widthOf(`${letters.join("")}…`) > width) letters = letters.slice(0, -1);
  const cut = letters.join("");
  // After a whole word, where there is one.
  const isThrough = !/^[\s…]/u.test(text.slice(cut.length));
  return `${isThrough ? cut.replace(/\s+\S*$/u, "") : cut.trimEnd()}…`;
}
