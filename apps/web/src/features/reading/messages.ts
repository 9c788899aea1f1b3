import { formatMinutes, formatNumber, plural } from "../../lib/format.ts";

const chapters = (number: number) => `${formatNumber(number)} ${plural(number, { one: "chapter", other: "chapters" })}`;
const percent = (perMille: number) => `${Math.round(perMille / 10)} %`;

export const messages = {
  chapters,
  untitled: (number: number) => `Chapter ${number}`,
  left: (minutes: number) => `${formatMinutes(minutes)} left`,
  begin: "Begin reading",
  takes: (minutes: number) => formatMinutes(minutes),
  goOn: (number: number) => `Continue chapter ${number}`,
  goOnTo: (number: number) => `Continue with chapter ${number}`,
  again: "Read again",
  youAreIn: (number: number) => `You are in chapter ${number}`,
  allRead: "You have read all there is",
  newest: (date: string) => `Newest chapter on ${date}`,
  ended: (date: string) => `Ended on ${date}`,
  stitch: {
    unread: chapters,
    read: (read: number, of: number) => `${read} of ${of} read`,
    here: (number: number, perMille: number) => `chapter ${number} at ${percent(perMille)}`,
    more: (count: number) => `${count} new`,
  },
  shelf: {
    title: "Continue reading",
    where: (number: number, count: number) => `Chapter ${formatNumber(number)} of ${formatNumber(count)}`,
    from: (device: string) => `, from your ${device}`,
    go: "Continue",
    next: "Next chapter",
    all: "All read",
    unread: (count: number) => `${formatNumber(count)} unread`,
    /** The words at a place, as far as they are known. */
    quote: (words: string, isWithin: boolean) =>
      `${isWithin ? "… " : ""}${words}${/[.!?…’”"»。！？」]$/u.test(words) ? "" : " …"}`,
    stopped: (ago: string) => `You stopped here ${ago}`,
    ended: (ago: string) => `Read to its end ${ago}`,
    empty: "Nothing begun yet",
    begin: (title: string) => `Begin ${title}`,
    about: "What you begin to read waits here, at the sentence where you stopped, whichever device you stopped on.",
    failed: "Where you stopped could not be asked for.",
  },
};
