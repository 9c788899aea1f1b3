import { z } from "zod";
import { Profile } from "./profile.ts";
import { Purpose } from "./purpose.ts";

/** What shall become of a face whose owner stays away. */
export const Wish = z.enum(["hand-over", "memorial", "close"]);
export type Wish = z.infer<typeof Wish>;
export const AfterMonths = z.union([z.literal(6), z.literal(12), z.literal(24)]);
export type AfterMonths = z.infer<typeof AfterMonths>;

/** Somebody's address, or the handle of a face of theirs with an @ before it. */
export const Kin = z.union([
  z
    .string()
    .trim()
    .regex(/^@[A-Za-z0-9_]{3,30}$/),
  z.string().trim().toLowerCase().max(254).pipe(z.email()),
]);

const Chosen = { profileId: z.uuid(), afterMonths: AfterMonths };
export const WishInput = z.discriminatedUnion("wish", [
  z.object({ ...Chosen, wish: z.literal("hand-over"), to: Kin }),
  z.object({ ...Chosen, wish: z.literal("memorial") }),
  z.object({ ...Chosen, wish: z.literal("close") }),
]);
export type WishInput = z.infer<typeof WishInput>;

export const HeirState = z.enum(["asked", "accepted", "declined"]);
export type HeirState = z.infer<typeof HeirState>;

/** `to` is what its owner wrote; `heir` is the face that answered. */
export const OwnWish = z.object({
  profileId: z.uuid(),
  wish: Wish,
  afterMonths: AfterMonths,
  to: z.string().nullable(),
  state: HeirState.nullable(),
  heir: Profile.nullable(),
});
export type OwnWish = z.infer<typeof OwnWish>;

/** A face whose stories are to be mine one day; `canTakeOver` when its owner has stayed away for as long as they said. */
export const Entrusted = z.object({
  face: Profile,
  afterMonths: AfterMonths,
  canTakeOver: z.boolean(),
  isDone: z.boolean(),
});
export type Entrusted = z.infer<typeof Entrusted>;
export const Wishes = z.object({ own: z.array(OwnWish), entrusted: z.array(Entrusted) });
export type Wishes = z.infer<typeof Wishes>;

export const OfProfile = z.object({ profileId: z.uuid() });
export type OfProfile = z.infer<typeof OfProfile>;

export const ByKinLink = z.object({ token: z.string().min(1).max(500) });
export type ByKinLink = z.infer<typeof ByKinLink>;
export const KinQuestion = z.object({ face: Profile, afterMonths: AfterMonths, state: HeirState });
export type KinQuestion = z.infer<typeof KinQuestion>;
export const KinAnswer = ByKinLink.extend({ isAccepted: z.boolean() });
export type KinAnswer = z.infer<typeof KinAnswer>;

export const HandOver = OfProfile.extend({ purpose: Purpose });
export type HandOver = z.infer<typeof HandOver>;
/** How many stories the heir has a hand in from now on. */
export const HandedOver = z.object({ stories: z.int().nonnegative() });
export type HandedOver = z.infer<typeof HandedOver>;
