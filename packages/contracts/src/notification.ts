import { z } from "zod";
import { BadgeKind } from "./badge.ts";
import { pageOf } from "./page.ts";
import { Profile } from "./profile.ts";
import { StoryRef } from "./story-ref.ts";

const Told = z.object({ id: z.uuid(), seq: z.int().positive(), at: z.iso.datetime(), isRead: z.boolean() });

export const Notification = z.discriminatedUnion("kind", [
  Told.extend({
    kind: z.literal("chapter-published"),
    author: Profile,
    story: z.object({ ref: StoryRef, title: z.string() }),
    chapter: z.object({ number: z.int().positive(), title: z.string() }),
  }),
  Told.extend({ kind: z.literal("new-follower"), follower: Profile }),
  Told.extend({ kind: z.literal("follow-requested"), follower: Profile }),
  Told.extend({ kind: z.literal("follow-approved"), author: Profile }),
  /** To the face that was given it; `author` is that face. */
  Told.extend({ kind: z.literal("badge-awarded"), author: Profile, badge: BadgeKind }),
  /** To work on a story of theirs; which one, the invitation itself says. */
  Told.extend({ kind: z.literal("team-invited"), author: Profile }),
  Told.extend({ kind: z.literal("team-joined"), author: Profile }),
]);
export type Notification = z.infer<typeof Notification>;
export const NotificationPage = pageOf(Notification);
export type NotificationPage = z.infer<typeof NotificationPage>;

export const Unread = z.object({ count: z.int().nonnegative(), seq: z.int().nonnegative() });
export type Unread = z.infer<typeof Unread>;
/** Everything up to and including this number. */
export const MarkRead = z.object({ seq: z.int().nonnegative() });
export type MarkRead = z.infer<typeof MarkRead>;

/** A hint, never the thing itself: whoever hears it reads again, and sees what they may see. */
export const LiveHint = z.object({
  kind: z.enum([
    "chapter-published",
    "new-follower",
    "follow-requested",
    "follow-approved",
    "badge-awarded",
    "team-invited",
    "team-joined",
    // Somebody else is, or writes, where this face has a chapter open. It has no number of its own.
    "desk",
  ]),
});
export type LiveHint = z.infer<typeof LiveHint>;
/** `lastEventId` is the number of the last hint that came; the stream goes on behind it. */
export const LiveInput = z.object({
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
});
export type LiveInput = z.infer<typeof LiveInput>;

/** What is mailed until somebody says no. */
export const MailedKind = z.enum(["chapter-published", "team-invited"]);
export type MailedKind = z.infer<typeof MailedKind>;
export const Choices = z.object({ isMailedOfChapters: z.boolean(), isMailedOfInvitations: z.boolean() });
export type Choices = z.infer<typeof Choices>;
/** What is left out stays as it is. */
export const ChoicesChange = Choices.partial();
export type ChoicesChange = z.infer<typeof ChoicesChange>;
