import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

const Which = z.object({ profileId: z.uuid() });

export const ProfileCreated = defineEvent("profile.created", Which);
export const ProfileChanged = defineEvent("profile.changed", Which);
export const ProfileClosed = defineEvent("profile.closed", Which);
