import { z } from "zod";
import { Role } from "./account.ts";
import { pageOf } from "./page.ts";
import { Profile } from "./profile.ts";

/** A role that somebody has now, under the face that it was given to. */
export const StaffGrant = z.object({
  id: z.uuid(),
  profile: Profile,
  role: Role,
  grantedAt: z.iso.datetime(),
  /** The face that gave it; null where the configuration did, or where nobody can tell any more. */
  grantedBy: Profile.nullable(),
  isNamed: z.boolean(),
});
export type StaffGrant = z.infer<typeof StaffGrant>;

export const StaffPage = pageOf(StaffGrant);
export type StaffPage = z.infer<typeof StaffPage>;
