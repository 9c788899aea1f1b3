import { formatNumber, plural } from "../../lib/format.ts";

const count = (number: number, one: string, other: string) =>
  `${formatNumber(number)} ${plural(number, { one, other })}`;

export const messages = {
  followers: (number: number) => count(number, "follower", "followers"),
  stories: (number: number) => count(number, "story", "stories"),
  words: (number: number) => count(number, "word", "words"),
  storiesTitle: "Stories",
  order: "The one with the newest chapter first",
};
