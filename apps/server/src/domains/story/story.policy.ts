import { slugOf } from "@muejam/contracts/address";
import { type StoryInput, StoryRight } from "@muejam/contracts/story";
import { Genre } from "@muejam/contracts/tag";
import { AppError } from "../../kernel/errors.ts";

/** What a member of a story's team may do. */
export const rights = StoryRight.options;
export type Right = StoryRight;
/** One leads, under whose name a story stands; all else can be done by several. */
export const shareable = rights.filter((right) => right !== "lead");

/** Null is somebody outside the team: to them a draft does not exist. */
export function assertMay(held: readonly string[] | null, right: Right): void {
  if (held === null) throw new AppError("NOT_FOUND");
  if (!held.includes(right)) throw new AppError("FORBIDDEN");
}

/** The story stands under the lead's name: who leads neither goes nor is sent away. */
export function assertNotLead(leadId: string, profileId: string): void {
  if (leadId === profileId) throw new AppError("FORBIDDEN");
}

/** What decides where a chapter stands, and whether: a draft is its team's, a number is known to readers. */
export const rightOver = ({ number }: { number: number | null }): Right => (number === null ? "edit" : "publish");

/** Whose id it is comes from outside: a repeat finds its own, and somebody else's stays theirs. */
export function assertOwnRepeat(ownerId: string | null, askerId: string): void {
  if (ownerId !== askerId) throw new AppError("CONFLICT");
}

/** One that somebody else wrote is none of theirs to show as their own, and answers like one that does not exist. */
export function assertAllWritten(storyIds: readonly string[], written: number): void {
  if (written !== storyIds.length) throw new AppError("NOT_FOUND");
}

/** What is one's own already cannot be given to oneself. */
export function assertOthers(from: string, to: string): void {
  if (from === to) throw new AppError("YOUR_OWN");
}

const genresMax = 3;

/** Genres first. Whoever types the name of a genre means the genre, and it counts as one. */
export function tagNames({ genres, tags }: Pick<StoryInput, "genres" | "tags">): string[] {
  const typed = tags.flatMap((name) => {
    const genre = Genre.safeParse(slugOf(name));
    return genre.success ? [genre.data] : [];
  });
  if (new Set([...genres, ...typed]).size > genresMax)
    throw new AppError("INPUT_INVALID", undefined, [
      { path: "tags", rule: "too_big", message: `A story has at most ${genresMax} genres.` },
    ]);
  return [...genres, ...tags];
}
