import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

export const TeamInvited = defineEvent("team.invited", z.object({ invitationId: z.uuid() }));
export const TeamJoined = defineEvent("team.joined", z.object({ storyId: z.uuid(), profileId: z.uuid() }));
export const TeamRoleChanged = defineEvent("team.roleChanged", z.object({ storyId: z.uuid(), profileId: z.uuid() }));
