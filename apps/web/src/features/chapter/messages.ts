import { formatMinutes, formatNumber, plural } from "../../lib/format.ts";

const words = (number: number) => `${formatNumber(number)} ${plural(number, { one: "word", other: "words" })}`;

export const messages = {
  untitled: (number: number) => `Chapter ${number}`,
  chapter: (number: number) => `Chapter ${number}`,
  by: "by",
  back: (title: string) => `Back to ${title}`,
  skip: "Skip to the chapter",
  bar: "This chapter",
  facts: (number: number, published: string) => `${words(number)}, published on ${published}`,
  revised: (date: string) => `, revised on ${date}`,
  noteBefore: "before the chapter",
  noteAfter: "after the chapter",
  around: "Chapters around this one",
  previous: "Previous chapter",
  next: "Next chapter",
  all: "All chapters",
  end: "This is the last chapter there is so far.",
  ended: "The story ends here.",
  foot: {
    place: (number: number) => `Chapter ${number}`,
    paragraph: (paragraph: number, of: number) => `, paragraph ${formatNumber(paragraph)} of ${formatNumber(of)}`,
    left: (minutes: number) => `${formatMinutes(minutes)} left`,
    read: "Read",
    stitch: (number: number, of: number, percent: number) =>
      `Chapter ${formatNumber(number)} of ${formatNumber(of)}, ${percent} % read`,
  },
  offer: {
    label: "Where you stopped",
    words: (paragraph: number, of: number) =>
      `You stopped at paragraph ${formatNumber(paragraph)} of ${formatNumber(of)}`,
    on: (device: string) => `, on your ${device}`,
    go: "Continue there",
    stay: "Stay here",
  },
  settings: {
    open: "Reading settings",
    keys: "Keys [ and ] turn the chapter; J and K walk through lists",
    names: { size: "Size", width: "Line width", leading: "Line height", face: "Typeface", edge: "Edge" },
    steps: {
      size: { less: "Smaller letters", more: "Larger letters" },
      width: { less: "Shorter lines", more: "Longer lines" },
      leading: { less: "Lines closer together", more: "Lines further apart" },
    },
    values: {
      size: (value: string) => value,
      width: (value: string) => `${value} letters`,
      leading: (value: string) => `${value.slice(0, 1)}.${value.slice(1)}`,
    },
    options: {
      book: "Literata",
      ui: "Schibsted Grotesk",
      clear: "Atkinson Hyperlegible",
      ragged: "Ragged",
      justified: "Justified",
    },
  },
};
