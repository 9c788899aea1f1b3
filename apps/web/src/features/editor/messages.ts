import { formatNumber, formatTime, plural } from "../../lib/format.ts";

const count = (number: number, one: string, other: string) =>
  `${formatNumber(number)} ${plural(number, { one, other })}`;
const words = (number: number) => count(number, "word", "words");
const quote = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59).trimEnd().toWellFormed()}…` : text}”`;
const shortTime = (at: number) => formatTime(at).slice(0, -3);

export const messages = {
  waiting: "Fetching the chapter",
  retry: "Try again",
  untitled: "Untitled",
  back: "Back to the desk",
  as: (name: string) => `as ${name}`,
  title: "Chapter title",
  titleHint: "Title",
  text: "Chapter text",
  begin: "Write here.",
  noteBefore: { open: "Note before the chapter", label: "Your note before the chapter" },
  noteAfter: { open: "Note after the chapter", label: "Your note after the chapter" },
  noteHint: "Your own voice beside the story. Readers see it set apart.",
  minutes: (minutes: number) => `${formatNumber(minutes)} min to read`,
  tools: {
    name: "Format",
    strong: "Strong",
    emphasis: "Emphasis",
    heading: "Heading",
    quote: "Quote",
    list: "List",
    break: "Scene break",
    link: "Link",
  },
  link: {
    title: "Link",
    label: "Address",
    hint: "The words you selected lead there.",
    wrong: "Give a whole address, beginning with https:// or mailto:.",
    nothing: "Select the words first that are to lead somewhere.",
    put: "Put the link",
    remove: "Remove the link",
    close: "Close",
  },
  status: {
    here: (number: number) => `${words(number)} here`,
    there: (number: number) => `${formatNumber(number)} on the server`,
    confirmed: (at: string) => `confirmed ${formatTime(at)}`,
    sending: "sending",
    notKept: "not kept on this device",
    isKept: "Everything is kept on this device and goes up by itself.",
    isOnlyKept: "Everything is kept on this device.",
    offline: (since: number) => `No network since ${shortTime(since)}.`,
    silent: (since: number) => `MueJam has not answered since ${shortTime(since)}.`,
    signedOut: "You are signed out.",
    outdated: "This page is older than the chapter's text.",
    reload: "Load the page anew",
    signIn: "Sign in again in another tab",
    signInAfter: ", and it goes on here.",
    keepOpen: "This browser refuses storage. Keep this tab open until the words are confirmed.",
    merged: "Merged with changes from another device.",
    recovered: "Words from an earlier visit were still on this device. They are here again.",
  },
  conflict: {
    name: "Words that both changed",
    told: (mine: string, theirs: string, number: number) => {
      const more = number > 1 ? ` ${count(number - 1, "more place", "more places")} after this.` : "";
      if (mine === "" && theirs === "")
        return `Here and elsewhere one place was changed in two ways; both stand there.${more}`;
      if (mine === "")
        return `You took away what was changed elsewhere: ${quote(theirs)}. It still stands there.${more}`;
      if (theirs === "") return `Taken away elsewhere, changed here: ${quote(mine)}. It still stands there.${more}`;
      return `The same words were changed here to ${quote(mine)} and elsewhere to ${quote(theirs)}. Both stand there.${more}`;
    },
    show: "Show the place",
    keepMine: "Keep what was written here",
    keepTheirs: "Keep what was written elsewhere",
    keepBoth: "Keep both",
    remove: "Take it away",
    leave: "Leave it",
  },
  leave: "Some words are not on the server yet, and this browser keeps none. Leave all the same?",
  publish: {
    open: "Publish…",
    title: { first: "Publish this chapter", again: "Publish the changes" },
    facts: { title: "Title", length: "Length", told: "Who is told", as: "Published as" },
    words,
    untitled: "Without a title",
    told: {
      nobodyYet: "Nobody follows the story yet",
      followers: (number: number) => `${count(number, "follower", "followers")} of the story, once`,
      again: "Nobody: readers were told of this chapter once",
    },
    minor: {
      label: "Minor fix",
      hint: "A slip mended. The chapter does not count as changed for those who have read it.",
    },
    nothingNew: "Readers already have every word of this.",
    settling: "Waiting until every word is on the server.",
    held: "Not every word is on the server yet; the line at the foot says why. Publishing waits for it.",
    changed: "Changes from another device came in just now. Look at them, then publish.",
    act: { first: "Publish chapter", again: "Publish changes" },
    cancel: "Not now",
    done: {
      title: (number: number) => `Chapter ${formatNumber(number)} is published`,
      body: (edition: number) =>
        edition === 1
          ? "Edition 1 is sealed."
          : `Edition ${formatNumber(edition)} is sealed; readers see it from now on.`,
      see: "See it as readers do",
      close: "Go on writing",
    },
    takeBack: {
      open: "Take it back",
      title: "Take this chapter back?",
      body: "Readers no longer see it. The text, its number and its editions are kept, and you can publish it again.",
      act: "Take the chapter back",
      cancel: "Leave it published",
    },
  },
};
