import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

const Follow = z.object({ followerId: z.uuid(), followeeId: z.uuid() });

export const ProfileFollowed = defineEvent("social.profileFollowed", Follow);
export const FollowRequested = defineEvent("social.followRequested", Follow);
export const FollowApproved = defineEvent("social.followApproved", Follow);
