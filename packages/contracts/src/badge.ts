import { z } from "zod";
import { Purpose } from "./purpose.ts";

export const BadgeKind = z.enum(["first-chapter", "prolific", "popular", "finisher", "verified", "early", "streak"]);
export type BadgeKind = z.infer<typeof BadgeKind>;

export const Badge = z.object({ kind: BadgeKind, awardedAt: z.iso.datetime() });
export type Badge = z.infer<typeof Badge>;

/** Staff have made sure that this face is who it says it is, or no longer say so. */
export const Verification = z.object({ profileId: z.uuid(), isVerified: z.boolean(), purpose: Purpose });
export type Verification = z.infer<typeof Verification>;
export const Verified = Verification.omit({ purpose: true });
export type Verified = z.infer<typeof Verified>;
