import { formatNumber, plural } from "../../lib/format.ts";

export const messages = {
  untitled: (number: number) => `Chapter ${number}`,
  chapter: (number: number) => `Chapter ${number}`,
  by: "by",
  words: (number: number) => `${formatNumber(number)} ${plural(number, { one: "word", other: "words" })}`,
  published: "Published",
  revised: "Revised",
  noteBefore: "A note before the chapter",
  noteAfter: "A note after the chapter",
  applause: (number: number) =>
    `${formatNumber(number)} ${plural(number, { one: "reader has", other: "readers have" })} applauded`,
  around: "Chapters around this one",
  previous: "Previous",
  next: "Next",
  all: "All chapters",
  end: "This is the last chapter there is so far.",
};
