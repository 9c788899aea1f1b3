import type { ProfileState } from "@muejam/contracts/profile";
import { AppError } from "../../kernel/errors.ts";
import { reveal, type Subject, unasked, type ViewerScope, type Visible } from "../visibility/visibility.service.ts";

/** Nobody is told of their own work, nor of what they may not see at that moment. */
export function tellable<T extends Subject>(viewer: ViewerScope | undefined, subject: T): Visible<T> | null {
  if (!viewer || viewer.accountId === null || subject.team.includes(viewer.accountId)) return null;
  return reveal(unasked(viewer), subject);
}

export const isListening = ({ state }: { state: ProfileState }): boolean => state !== "closed";

/** A chapter is told of once, with its first edition that is not a minor one. */
export const isNews = ({ isFirst, isMinor }: { isFirst: boolean; isMinor: boolean }): boolean => isFirst && !isMinor;

export function assertGenuine<T>(named: T | null): asserts named is T {
  if (named === null) throw new AppError("LINK_INVALID");
}

/** Beyond it nobody counts: it is shown as "99+". */
export const unreadMax = 100;

const openingMax = 300;

/** The first words of a text, in one paragraph and never cut within a word, in scripts without spaces either. */
export function openingOf(text: string): string {
  const words = text.trim().replace(/\s+/gu, " ");
  if (words.length <= openingMax) return words;
  let opening = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(words)) {
    if (opening.length + segment.length >= openingMax) break;
    opening += segment;
  }
  return `${opening.trimEnd()}…`;
}
