import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

/** Its author says that a story which readers can see is whole. */
export const StoryCompleted = defineEvent("story.completed", z.object({ storyId: z.uuid() }));
