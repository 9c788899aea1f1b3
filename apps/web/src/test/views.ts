import type { ProfileView } from "@muejam/contracts/profile";
import type { ChapterView } from "@muejam/contracts/reading";
import type { ChapterLine, StoryCard, StoryView } from "@muejam/contracts/story";

/** What the server tells of a small library, for tests to change what they are about. */
export const author = { id: "5f0c9c1e-7a4f-4c1f-8a55-0d6c5d0f1a01", handle: "nuala", displayName: "Nuala Dace" };

export const story: StoryCard = {
  id: "019a0000-0000-7000-8000-000000000001",
  ref: "0123456789",
  title: "What the Tide Owes",
  tagline: "The sea takes on account.",
  language: "en-GB",
  rating: "teen",
  status: "ongoing",
  author,
  tags: [{ slug: "mystery", name: "Mystery", kind: "genre" }],
  chapterCount: 2,
  wordCount: 5000,
  firstPublishedAt: "2026-10-01T18:00:00.000Z",
  lastPublishedAt: "2026-10-08T18:00:00.000Z",
};

export const lineOf = (number: number, title = `Part ${number}`): ChapterLine => ({
  id: `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`,
  number,
  title,
  words: 2500,
  publishedAt: "2026-10-01T18:00:00.000Z",
});

export const storyView: StoryView = {
  ...story,
  blurb: "Once a year the sea walks out.",
  notices: ["death"],
  licence: "",
  isAiReserved: true,
  isFindable: true,
  counts: { followers: 12, applause: 34 },
  chapters: { items: [lineOf(1), lineOf(2)], nextCursor: null },
};

export const chapterView: ChapterView = {
  ...lineOf(1, "Low Water"),
  story,
  edition: 1,
  revisedAt: "2026-10-01T18:00:00.000Z",
  noteBefore: "",
  noteAfter: "",
  html: '<p id="b-1">The tide was out &amp; stayed out.</p>',
  previous: null,
  next: lineOf(2),
  applauseCount: 1,
};

export const profileView: ProfileView = {
  ...author,
  isFollowersOnly: false,
  bio: "",
  accent: "duck-egg",
  links: [],
  isFindable: true,
  badges: [],
  isMemorial: false,
  counts: { followers: 3, stories: 1, words: 5000 },
};
