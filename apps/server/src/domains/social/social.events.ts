import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

export const ProfileFollowed = defineEvent(
  "social.profileFollowed",
  z.object({ followerId: z.uuid(), followeeId: z.uuid() }),
);
