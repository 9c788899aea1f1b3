import { z } from "zod";
import { Badge } from "./badge.ts";
import { Purpose } from "./purpose.ts";
import { line, lines } from "./text.ts";

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

/** The ground that a face stands on. Ink on each of them is legible in every theme: the tokens' own test measures it. */
export const Accent = z.enum(["duck-egg", "quince", "greengage", "sloe", "rosehip"]);
export type Accent = z.infer<typeof Accent>;

/** A page elsewhere. An address that carries a name and a password is none that anybody would show. */
export const ProfileLink = z.object({
  label: line(0, 40).default(""),
  url: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain, normalize: true })
    .max(300)
    .refine((url) => !/^https?:\/\/[^/]*@/.test(url)),
});
export type ProfileLink = z.infer<typeof ProfileLink>;

export const ProfileInput = z.object({ handle: Handle, displayName: DisplayName });
export type ProfileInput = z.infer<typeof ProfileInput>;

export const ProfileChange = z.object({
  id: z.uuid(),
  handle: Handle.optional(),
  displayName: DisplayName.optional(),
  bio: lines(500).optional(),
  accent: Accent.optional(),
  links: z.array(ProfileLink).max(5).optional(),
  isFindable: z.boolean().optional(),
  /** Whether those it works with are shown where it writes. */
  isPresenceShown: z.boolean().optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

export const ProfileState = z.enum(["active", "held", "closed"]);
export type ProfileState = z.infer<typeof ProfileState>;

/** What only its owner sees of a profile. */
export const OwnProfile = Profile.extend({
  bio: z.string(),
  accent: Accent,
  links: z.array(ProfileLink),
  isFindable: z.boolean(),
  isPresenceShown: z.boolean(),
  isMemorial: z.boolean(),
  state: ProfileState,
  isFollowersOnly: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

/** What the page of a profile shows, to everybody who may see it. */
export const ProfileView = Profile.extend({
  bio: z.string(),
  accent: Accent,
  links: z.array(ProfileLink),
  /** Whether search engines may list this page and what its owner writes. */
  isFindable: z.boolean(),
  badges: z.array(Badge),
  /** Its author is remembered here, and writes no more. */
  isMemorial: z.boolean(),
  /** What it writes is shown to those it has let in. */
  isFollowersOnly: z.boolean(),
  counts: z.object({
    followers: z.int().nonnegative(),
    stories: z.int().nonnegative(),
    words: z.int().nonnegative(),
  }),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** Which of one's own faces. */
export const ProfileRef = z.object({ id: z.uuid() });
export type ProfileRef = z.infer<typeof ProfileRef>;

/** A handle that a face left: for a year it leads to them unless they mind, and for two nobody else may have it. */
export const FormerHandle = z.object({
  handle: z.string(),
  leftAt: z.iso.datetime(),
  isRedirected: z.boolean(),
  redirectsUntil: z.iso.datetime(),
  reservedUntil: z.iso.datetime(),
});
export type FormerHandle = z.infer<typeof FormerHandle>;
export const FormerHandles = z.object({ handles: z.array(FormerHandle) });
export type FormerHandles = z.infer<typeof FormerHandles>;
export const Redirect = ProfileRef.extend({ handle: Handle, isRedirected: z.boolean() });
export type Redirect = z.infer<typeof Redirect>;

/** Out of everybody's sight but its owner's and the staff's, and back. */
export const ProfileHold = ProfileRef.extend({ isHeld: z.boolean(), purpose: Purpose });
export type ProfileHold = z.infer<typeof ProfileHold>;
export const ProfileHolding = ProfileHold.omit({ purpose: true });
export type ProfileHolding = z.infer<typeof ProfileHolding>;
