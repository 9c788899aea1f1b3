import type { RevisionCause } from "@muejam/contracts/revision";
import { formatNumber, plural } from "../../lib/format.ts";

const causes: Record<RevisionCause, string> = {
  pause: "Before a pause",
  device: "Before another device",
  kept: "Kept",
  published: "Published",
  replaced: "Before an older one came back",
  restored: "Brought back",
};
const count = (number: number, one: string, other: string) =>
  `${formatNumber(number)} ${plural(number, { one, other })}`;
const words = (number: number) => count(number, "word", "words");

export const messages = {
  causes,
  words,
  title: "History",
  of: (chapter: string) => `History of ${chapter}`,
  untitled: "Untitled chapter",
  back: "Back to the chapter",
  about:
    "Every pause leaves a save point here, and so does every edition. Older ones grow sparse with time; what you keep, name or publish stays for ever.",
  waiting: "One moment …",
  retry: "Try again",
  edition: (number: number) => `Edition ${formatNumber(number)}`,
  by: (name: string) => `by ${name}`,
  list: "Save points",
  more: "Show older ones",
  empty: {
    title: "No save points yet",
    body: "The first one is made when you come back to this chapter after a pause, when you publish it, or when you keep one yourself.",
  },
  keep: {
    label: "Keep what stands there now",
    placeholder: "Before the big cut",
    hint: "A name helps to find it again.",
    act: "Keep a save point",
    wrong: "A name of at most 100 characters.",
    done: "Kept.",
  },
  compare: {
    title: "What is different",
    with: "Compare with",
    now: "The draft as it is now",
    before: "Before",
    after: "After",
    pick: "Choose a save point to see what has changed since.",
    nothing: "Nothing is different.",
    same: (blocks: number) => count(blocks, "paragraph is the same", "paragraphs are the same"),
    sum: (added: string, removed: string) => `${added} came, ${removed} went`,
    fields: { title: "Title", noteBefore: "Note before the chapter", noteAfter: "Note after the chapter" },
    kinds: {
      added: "Came",
      removed: "Went",
      changed: "Changed",
      form: "Looks different",
      moved: "Moved",
    },
    empty: "Without words",
  },
  restore: {
    open: "Bring this one back",
    title: "Bring this one back?",
    body: "What stands in the chapter now becomes a save point of its own, so that nothing is lost. Readers see nothing before you publish.",
    act: "Bring it back",
    cancel: "Leave it",
    done: "It is back in the chapter.",
    see: "Go on writing",
  },
};
