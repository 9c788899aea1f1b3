import type { Notice, Rating, StoryStatus } from "@muejam/contracts/story";
import { formatNumber, plural } from "../../lib/format.ts";

type Words = {
  ratings: Record<Rating, string>;
  statuses: Record<StoryStatus, string>;
  notices: Record<Notice, string>;
};

const names: Words = {
  ratings: { everyone: "Everyone", teen: "Teen", mature: "Adults" },
  statuses: {
    drafting: "Drafting",
    ongoing: "Ongoing",
    hiatus: "On hiatus",
    completed: "Completed",
    stubbed: "Partly taken down by its author",
  },
  notices: {
    violence: "Violence",
    death: "Death",
    abuse: "Abuse",
    "self-harm": "Self-harm",
    "sexual-content": "Sexual content",
    "strong-language": "Strong language",
    drugs: "Drugs",
    distress: "Distress",
  },
};

const count = (number: number, one: string, other: string) =>
  `${formatNumber(number)} ${plural(number, { one, other })}`;

export const messages = {
  ...names,
  by: "by",
  facts: {
    status: "Status",
    rating: "For",
    length: "Length",
    followers: "Followers",
    applause: "Applause",
  },
  words: (number: number) => count(number, "word", "words"),
  chapters: (number: number) => count(number, "chapter", "chapters"),
  length: (words: string, time: string) => `${words}, ${time}`,
  newWord: "New",
  youStopped: "You stopped here",
  tags: "Tags",
  contents: "Chapters",
  contentsNote: "In the author's order",
  untitled: (number: number) => `Chapter ${number}`,
  about: "About this story",
  noticesLabel: "Notices",
  noNotices: "None given by the author",
  language: "Language",
  rights: "Rights",
  allRights: "All rights reserved.",
  ai: "Not for training AI.",
  aiAllowed: "Its author does not reserve it from training AI.",
  empty: "Nothing here yet",
  emptyAbout: "A story stands here from its first published chapter on.",
  more: "Show more stories",
  gate: {
    title: "This story is for adults",
    body: "Its author has marked it as mature, so it is shown only to adults who have chosen to see such stories.",
    how: "To read it, sign in, give your date of birth once, and switch mature stories on. Nobody else sees either.",
    signIn: "Sign in",
    home: "Back to the stories for everyone",
  },
};
