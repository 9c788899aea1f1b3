import { z } from "zod";
import { Profile } from "./profile.ts";
import { ChapterId, StoryId, StoryRight } from "./story.ts";

/**
 * The chapter that somebody has open to write in or to read its draft. `journalId`: under which this page saves, so that
 * it hears what is written on another page of the same face.
 */
export const DeskInput = z.object({ storyId: StoryId, chapterId: ChapterId, journalId: z.uuid().optional() });
export type DeskInput = z.infer<typeof DeskInput>;

/** Somebody else of the team, and where they are now. */
export const Present = z.object({
  storyId: z.uuid(),
  face: Profile,
  chapter: z.object({ id: z.uuid(), number: z.int().positive().nullable(), title: z.string() }),
});
export type Present = z.infer<typeof Present>;

/** `version`: the draft's; whoever has an older one before them reads again. `rights`: what they may do there now. */
export const Desk = z.object({
  version: z.int().nonnegative(),
  rights: z.array(StoryRight),
  others: z.array(Present),
});
export type Desk = z.infer<typeof Desk>;

export const OfStories = z.object({ storyIds: z.array(StoryId).max(50) });
export type OfStories = z.infer<typeof OfStories>;
export const PresentList = z.object({ items: z.array(Present) });
export type PresentList = z.infer<typeof PresentList>;
