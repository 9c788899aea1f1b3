import { z } from "zod";
import { PageInput, pageOf } from "./page.ts";
import { ChapterId, ChapterLine, StoryCard } from "./story.ts";
import { StoryRef } from "./story-ref.ts";
import { line } from "./text.ts";

export const ByNumber = z.object({ ref: StoryRef, number: z.int().positive().max(999_999) });
export type ByNumber = z.infer<typeof ByNumber>;

/** A published chapter, the same for every reader who may see it. `html` is the edition's, rendered when it was made. */
export const ChapterView = z.object({
  story: StoryCard,
  id: z.uuid(),
  number: z.int().positive(),
  title: z.string(),
  words: z.int().nonnegative(),
  edition: z.int().positive(),
  publishedAt: z.iso.datetime(),
  /** When what stands here was published; later than `publishedAt` when it was revised. */
  revisedAt: z.iso.datetime(),
  noteBefore: z.string(),
  noteAfter: z.string(),
  html: z.string(),
  previous: ChapterLine.nullable(),
  next: ChapterLine.nullable(),
  applauseCount: z.int().nonnegative(),
});
export type ChapterView = z.infer<typeof ChapterView>;

/** A place in a chapter: a block, an offset in UTF-16 units of its text, and the words around, which outlive an edit. */
export const Place = z.object({
  edition: z.int().positive().max(2_000_000_000),
  block: z.string().regex(/^[0-9A-Za-z_-]{1,40}$/),
  offset: z.int().nonnegative().max(10_000_000),
  quote: line(0, 200),
  prefix: line(0, 64),
  suffix: line(0, 64),
  /** How far down the chapter, for when neither block nor words are found again. */
  perMille: z.int().min(0).max(1000),
});
export type Place = z.infer<typeof Place>;

export const PositionInput = Place.extend({ chapterId: ChapterId, device: line(0, 60) });
export type PositionInput = z.infer<typeof PositionInput>;

/** `current` is where to go on, whatever device wrote it last; `furthest` is what was read. */
export const Position = z.object({
  storyId: z.uuid(),
  current: Place.extend({ chapterId: z.uuid(), chapterNumber: z.int(), device: z.string(), at: z.iso.datetime() }),
  furthest: z.object({ chapterNumber: z.int(), perMille: z.int() }),
});
export type Position = z.infer<typeof Position>;

/** What depends on who reads a chapter. */
export const ChapterHere = z.object({
  hasApplauded: z.boolean(),
  isFollowingStory: z.boolean(),
  isFollowingAuthor: z.boolean(),
  isTeam: z.boolean(),
  position: Position.nullable(),
});
export type ChapterHere = z.infer<typeof ChapterHere>;

/** What depends on who looks at a story. */
export const StoryHere = ChapterHere.omit({ hasApplauded: true });
export type StoryHere = z.infer<typeof StoryHere>;

/** A story that somebody is in, and where. `next` is null at the end of what there is. */
export const Continuation = z.object({
  story: StoryCard,
  position: Position,
  unread: z.int().nonnegative(),
  next: ChapterLine.nullable(),
});
export type Continuation = z.infer<typeof Continuation>;
export const ContinuePage = pageOf(Continuation);
export type ContinuePage = z.infer<typeof ContinuePage>;
export const ContinueInput = PageInput;

/** Without a history no place is kept: nothing to go on from, on no device. */
export const ReadingChoices = z.object({ keepsHistory: z.boolean() });
export type ReadingChoices = z.infer<typeof ReadingChoices>;
