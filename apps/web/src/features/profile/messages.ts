import { formatNumber, plural } from "../../lib/format.ts";

export const messages = {
  followers: "Followers",
  stories: "Stories",
  words: "Words",
  /** For those who only see a link to the page. */
  inShort: (stories: number, words: number) =>
    [
      `${formatNumber(stories)} ${plural(stories, { one: "story", other: "stories" })}`,
      `${formatNumber(words)} ${plural(words, { one: "word", other: "words" })}`,
    ].join(", "),
  storiesTitle: "Stories",
  order: "The one with the newest chapter first",
};
