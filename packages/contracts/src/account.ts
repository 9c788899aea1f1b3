import { z } from "zod";
import { DisplayName, OwnProfile } from "./profile.ts";
import { Purpose } from "./purpose.ts";
import { Genre } from "./tag.ts";

export const Role = z.enum(["moderator", "senior", "administrator"]);
export type Role = z.infer<typeof Role>;

export const Scope = z.enum(["read", "write", "moderate"]);
export type Scope = z.infer<typeof Scope>;

/** What a person has said of themselves. `isOnboarded`: their day of birth, which is asked once. */
export const Preferred = z.object({
  isOnboarded: z.boolean(),
  isAdult: z.boolean(),
  showsMature: z.boolean(),
  interests: z.array(Genre),
  /** What they read, without its regions; none named: whatever it is written in. */
  languages: z.array(z.string()),
});
export type Preferred = z.infer<typeof Preferred>;

/** `actingAs` is the profile that this request speaks for. */
export const Me = z.object({
  actingAs: z.uuid(),
  profiles: z.array(OwnProfile),
  roles: z.array(Role),
  isEmailVerified: z.boolean(),
  keyCount: z.int().nonnegative(),
  ...Preferred.shape,
});
export type Me = z.infer<typeof Me>;

/** The key acts as the profile that made it. */
export const KeyInput = z.object({
  name: DisplayName,
  scopes: z
    .array(Scope)
    .min(1)
    .max(Scope.options.length)
    .refine((scopes) => new Set(scopes).size === scopes.length),
  expiresInDays: z.int().min(1).max(365).default(365),
});
export type KeyInput = z.infer<typeof KeyInput>;

export const KeyRef = z.object({ id: z.uuid() });
export type KeyRef = z.infer<typeof KeyRef>;

/** The former key works for so long beside the new one; without an overlap it ends at once. */
export const KeyRotation = KeyRef.extend({
  overlapHours: z
    .int()
    .min(0)
    .max(7 * 24)
    .default(24),
});
export type KeyRotation = z.infer<typeof KeyRotation>;

export const Key = KeyRef.extend({
  name: z.string(),
  profileId: z.uuid(),
  scopes: z.array(Scope),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  /** Since when another key has its place. */
  replacedAt: z.iso.datetime().nullable(),
});
export type Key = z.infer<typeof Key>;
export const KeyList = z.object({ keys: z.array(Key) });
export type KeyList = z.infer<typeof KeyList>;

/** `secret` is shown this once: a repeat of the same call says what was made, and null here. */
export const KeyMade = z.object({ key: Key, secret: z.string().nullable() });
export type KeyMade = z.infer<typeof KeyMade>;

export const RoleChange = z.object({ profileId: z.uuid(), role: Role, purpose: Purpose });
export type RoleChange = z.infer<typeof RoleChange>;
export const RoleHolding = z.object({ profileId: z.uuid(), roles: z.array(Role) });
export type RoleHolding = z.infer<typeof RoleHolding>;

const Interests = z
  .array(Genre)
  .max(Genre.options.length)
  .refine((genres) => new Set(genres).size === genres.length);

export const Onboarding = z.object({ birthDate: z.iso.date(), interests: Interests });
export type Onboarding = z.infer<typeof Onboarding>;

const Languages = z
  .array(z.string().regex(/^[a-z]{2,3}$/))
  .max(20)
  .refine((codes) => new Set(codes).size === codes.length)
  .meta({ uniqueItems: true });

export const Preferences = z.object({
  showsMature: z.boolean().optional(),
  interests: Interests.optional(),
  languages: Languages.optional(),
});
export type Preferences = z.infer<typeof Preferences>;
