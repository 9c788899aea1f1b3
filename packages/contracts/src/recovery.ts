import { z } from "zod";
import { RoleChange } from "./account.ts";

/** Which person, by a face of theirs, and why. */
export const RecoveryInput = RoleChange.pick({ profileId: true, purpose: true });
export type RecoveryInput = z.infer<typeof RecoveryInput>;

/** Until then whoever reads one of the account's addresses may stop it. */
export const Recovery = z.object({ id: z.uuid(), dueAt: z.iso.datetime() });
export type Recovery = z.infer<typeof Recovery>;

export const RecoveryRef = Recovery.pick({ id: true });
export type RecoveryRef = z.infer<typeof RecoveryRef>;

export const RecoveryList = z.object({ recoveries: z.array(Recovery.extend({ askedAt: z.iso.datetime() })) });
export type RecoveryList = z.infer<typeof RecoveryList>;
