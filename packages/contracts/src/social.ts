import { z } from "zod";
import { pageOf } from "./page.ts";
import { Profile } from "./profile.ts";
import { ChapterId, ChapterLine, StoryCard } from "./story.ts";

/** Absolute, so that a repeat is harmless. */
export const FollowProfile = z.object({ profileId: z.uuid(), isFollowing: z.boolean() });
export type FollowProfile = z.infer<typeof FollowProfile>;
export const FollowStory = z.object({ storyId: z.uuid(), isFollowing: z.boolean() });
export type FollowStory = z.infer<typeof FollowStory>;
/** `isRequested`: it is for the followed face to let them in. */
export const Following = z.object({
  isFollowing: z.boolean(),
  isRequested: z.boolean(),
  followerCount: z.int().nonnegative(),
});
export type Following = z.infer<typeof Following>;

export const Applaud = z.object({ chapterId: ChapterId, hasApplauded: z.boolean() });
export type Applaud = z.infer<typeof Applaud>;
/** The count as this person sees it: their own act is in it at once. */
export const Applauded = z.object({ hasApplauded: z.boolean(), applauseCount: z.int().nonnegative() });
export type Applauded = z.infer<typeof Applauded>;

export const ByProfile = z.object({ profileId: z.uuid() });
export type ByProfile = z.infer<typeof ByProfile>;
/** What depends on who looks at a profile. Whoever blocked it is told that much of it, and no more. */
export const ProfileHere = z.object({
  isFollowing: z.boolean(),
  isRequested: z.boolean(),
  isOwn: z.boolean(),
  isBlocked: z.boolean(),
  isMuted: z.boolean(),
});
export type ProfileHere = z.infer<typeof ProfileHere>;

/** Faces, the newest first. */
export const FacePage = pageOf(Profile);
export type FacePage = z.infer<typeof FacePage>;
export const AnswerRequest = z.object({ profileId: z.uuid(), isApproved: z.boolean() });
export type AnswerRequest = z.infer<typeof AnswerRequest>;
export const Answered = z.object({ isApproved: z.boolean() });
export type Answered = z.infer<typeof Answered>;
export const Removed = z.object({ isFollower: z.literal(false) });
export type Removed = z.infer<typeof Removed>;

/** Of the face that speaks. Whoever follows goes on following; once it is off, those who waited follow. */
export const FollowersOnly = z.object({ isFollowersOnly: z.boolean() });
export type FollowersOnly = z.infer<typeof FollowersOnly>;

/** A chapter of somebody or something followed, newest first. */
export const FeedItem = z.object({ story: StoryCard, chapter: ChapterLine });
export type FeedItem = z.infer<typeof FeedItem>;
export const FeedPage = pageOf(FeedItem);
export type FeedPage = z.infer<typeof FeedPage>;
