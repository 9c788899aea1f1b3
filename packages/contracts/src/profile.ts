import { z } from "zod";
import { lines } from "./text.ts";

/** Letters of the Latin alphabet only, so that no handle can be mistaken for another. */
export const Handle = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_]{3,30}$/);
export type Handle = z.infer<typeof Handle>;

/** Controls, bidi marks, zero-width and filler characters: what makes two names look the same, or one look empty. */
const unseen =
  /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\p{Zl}|\p{Zp}|\u034f|[\u115f\u1160\u3164\uffa0]|\u17b4|\u17b5|[\u180b-\u180f]/u;

export const DisplayName = z
  .string()
  .normalize("NFKC")
  .trim()
  .min(1)
  .max(100)
  .refine((name) => !unseen.test(name));
export type DisplayName = z.infer<typeof DisplayName>;

/** A public face. Nothing here, and nothing anywhere public, tells which other faces are the same person's. */
export const Profile = z.object({ id: z.uuid(), handle: Handle, displayName: z.string() });
export type Profile = z.infer<typeof Profile>;

export const ByHandle = z.object({ handle: Handle });
export type ByHandle = z.infer<typeof ByHandle>;

export const ProfileInput = z.object({ handle: Handle, displayName: DisplayName });
export type ProfileInput = z.infer<typeof ProfileInput>;

export const ProfileChange = z.object({
  id: z.uuid(),
  handle: Handle.optional(),
  displayName: DisplayName.optional(),
  bio: lines(500).optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

export const ProfileState = z.enum(["active", "held", "closed"]);
export type ProfileState = z.infer<typeof ProfileState>;

/** What only its owner sees of a profile. */
export const OwnProfile = Profile.extend({
  bio: z.string(),
  state: ProfileState,
  isFollowersOnly: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

/** What the page of a profile shows, to everybody who may see it. */
export const ProfileView = Profile.extend({
  bio: z.string(),
  /** What it writes is shown to those it has let in. */
  isFollowersOnly: z.boolean(),
  counts: z.object({
    followers: z.int().nonnegative(),
    stories: z.int().nonnegative(),
    words: z.int().nonnegative(),
  }),
});
export type ProfileView = z.infer<typeof ProfileView>;
