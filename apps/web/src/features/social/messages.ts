import { formatNumber, plural } from "../../lib/format.ts";

const people = (number: number) => `${formatNumber(number)} ${plural(number, { one: "reader", other: "readers" })}`;

export const messages = {
  follow: "Follow",
  followThis: "Follow this story",
  following: "Following",
  aboutFollow: (name: string) => ` ${name}`,
  applaud: "Applaud this chapter",
  applauded: "Applauded",
  applause: (number: number) => (number === 0 ? "Nobody has applauded yet" : `${people(number)} applauded`),
  feed: {
    title: "Following",
    rule: "Every chapter of the people and stories you follow, newest first. Nothing is left out.",
    published: "published a chapter of",
    empty: "Nothing yet",
    about: "Follow a story or its author, and each new chapter is told here, in the order of their days.",
    more: "Show older chapters",
    failed: "What you follow could not be asked for.",
    untitled: (number: number) => `Chapter ${number}`,
    minutes: (words: string, time: string) => `${words} words, ${time}`,
  },
};
