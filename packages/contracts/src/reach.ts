import { z } from "zod";
import { pageOf } from "./page.ts";
import { Profile } from "./profile.ts";

/** Absolute, so that a repeat is harmless. The face that speaks is the one that blocks. */
export const Block = z.object({ profileId: z.uuid(), isBlocked: z.boolean() });
export type Block = z.infer<typeof Block>;
export const Blocking = z.object({ isBlocked: z.boolean() });
export type Blocking = z.infer<typeof Blocking>;

export const Mute = z.object({ profileId: z.uuid(), isMuted: z.boolean() });
export type Mute = z.infer<typeof Mute>;
export const Muting = z.object({ isMuted: z.boolean() });
export type Muting = z.infer<typeof Muting>;

/** `by` is the face that blocked them. */
export const BlockedFace = z.object({ face: Profile, by: Profile, at: z.iso.datetime() });
export type BlockedFace = z.infer<typeof BlockedFace>;
export const BlockedPage = pageOf(BlockedFace);
export type BlockedPage = z.infer<typeof BlockedPage>;

export const MutedFace = z.object({ face: Profile, at: z.iso.datetime() });
export type MutedFace = z.infer<typeof MutedFace>;
export const MutedPage = pageOf(MutedFace);
export type MutedPage = z.infer<typeof MutedPage>;
