import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

export const MediaAdded = defineEvent("media.added", z.object({ mediaId: z.uuid() }));
