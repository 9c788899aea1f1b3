import type { ChapterState, Notice, Rating, StoryStatus } from "@muejam/contracts/story";
import type { Genre } from "@muejam/contracts/tag";
import { formatNumber, plural } from "../../lib/format.ts";

type Names = {
  genres: Record<Genre, string>;
  notices: Record<Notice, string>;
  ratings: Record<Rating, { name: string; about: string }>;
  states: Record<ChapterState, string>;
  statuses: Record<StoryStatus, string>;
};

const names: Names = {
  genres: {
    adventure: "Adventure",
    fantasy: "Fantasy",
    historical: "Historical",
    horror: "Horror",
    humour: "Humour",
    literary: "Literary",
    mystery: "Mystery",
    poetry: "Poetry",
    romance: "Romance",
    "science-fiction": "Science fiction",
    "slice-of-life": "Slice of life",
    thriller: "Thriller",
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
  ratings: {
    everyone: { name: "Everyone", about: "Nothing that needs a warning." },
    teen: { name: "Teens and older", about: "Some hard things, none in detail." },
    mature: { name: "Adults", about: "Shown only to adults who have chosen to see such stories." },
  },
  states: { draft: "Draft", published: "Published", unpublished: "Unpublished" },
  statuses: {
    drafting: "Drafting",
    ongoing: "Ongoing",
    hiatus: "On hiatus",
    completed: "Completed",
    stubbed: "Partly taken down",
  },
};

const count = (number: number, one: string, other: string) =>
  `${formatNumber(number)} ${plural(number, { one, other })}`;
const words = (number: number) => count(number, "word", "words");
const chapters = (number: number) => count(number, "chapter", "chapters");

export const messages = {
  ...names,
  words,
  chapters,
  stories: {
    title: "Your stories",
    begin: "New story",
    published: (count: number) => `${chapters(count)} published`,
    unpublished: "Nothing published yet",
    latest: (when: string) => `Last chapter ${when}`,
    more: "Show more stories",
    empty: {
      title: "Your first story starts here",
      body: "Give it a name, and write. Nobody sees anything before you publish a chapter, and every word is kept on the way.",
    },
  },
  form: {
    newTitle: "New story",
    newBody: "Everything here can be changed later. Nobody sees the story before its first chapter is published.",
    settingsTitle: "Story settings",
    begin: "Begin the story",
    save: "Save the settings",
    back: "Back to the desk",
    backToStories: "Back to your stories",
    title: { label: "Title", wrong: "Give it a title of 1 to 200 characters." },
    tagline: {
      label: "Tagline",
      hint: "One line that stands under the title.",
      wrong: "One line of at most 160 characters.",
    },
    blurb: {
      label: "Blurb",
      hint: "What a reader should know before the first chapter.",
      wrong: "At most 2,000 characters.",
    },
    language: { label: "Language", hint: "The language that it is written in." },
    status: { label: "Status" },
    rating: { legend: "Who it is for" },
    genres: { legend: "Genres", hint: "Up to 3.", wrong: "Choose at most 3." },
    tags: {
      label: "Tags",
      hint: "What readers may look for, parted by commas.",
      wrong: "At most 17 tags, each of up to 60 characters with letters in it.",
    },
    notices: { legend: "Notices", hint: "What is in it that a reader may want to know first." },
    ai: {
      label: "Reserve it from the training of machines",
      hint: "Says on every page that this text may not be used to train machines. It stays on unless you turn it off.",
    },
    counter: (length: number, max: number) => `${formatNumber(length)} of ${formatNumber(max)}`,
    wrong: "Something in this form needs another look.",
  },
  desk: {
    kicker: "Your desk",
    back: "Your stories",
    settings: "Story settings",
    addChapter: "Add a chapter",
    publicPage: "See it as readers do",
    notPublic: "Nobody sees it yet. It is public from its first published chapter on.",
    facts: {
      words: (number: number) => plural(number, { one: "word published", other: "words published" }),
      chapters: (number: number) => plural(number, { one: "chapter published", other: "chapters published" }),
      followers: (number: number) => plural(number, { one: "follower", other: "followers" }),
      applause: "times applauded",
    },
    chapters: "Chapters",
    columns: { number: "Number", title: "Title", state: "State", words: "Words", changed: "Last change" },
    untitled: "Untitled",
    changed: "Changes not published",
    never: "Not published yet",
    takenBack: "Taken back. The text is kept",
    publishedOn: (day: string) => `Published on ${day}`,
    notNumbered: "Not numbered",
    more: "Show more chapters",
    empty: {
      title: "Chapter one starts here",
      body: "The page is empty and kept safe anyway. Every word goes to this device first, then to the server, and the line at the foot says how many are where.",
      act: "Write the first line",
    },
    stitch: (states: { published: number; draft: number; unpublished: number }) =>
      [
        `${formatNumber(states.published)} published`,
        ...(states.draft > 0 ? [count(states.draft, "draft", "drafts")] : []),
        ...(states.unpublished > 0 ? [`${formatNumber(states.unpublished)} unpublished`] : []),
      ].join(", "),
  },
  waiting: "Fetching your work",
  retry: "Try again",
};
