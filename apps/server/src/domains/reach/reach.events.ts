import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

/** `byId` wants to hear no more of `profileId`. */
const Pair = z.object({ byId: z.uuid(), profileId: z.uuid() });

export const ProfileBlocked = defineEvent("reach.profileBlocked", Pair);
export const ProfileMuted = defineEvent("reach.profileMuted", Pair);
