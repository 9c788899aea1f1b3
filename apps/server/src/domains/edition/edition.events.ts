import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

/** `isFirst` is the chapter's first edition that anybody could read; a minor one is a correction that nobody is told of. */
export const EditionPublished = defineEvent(
  "edition.published",
  z.object({
    chapterId: z.uuid(),
    storyId: z.uuid(),
    editionId: z.uuid(),
    isFirst: z.boolean(),
    isMinor: z.boolean(),
  }),
);

export const EditionUnpublished = defineEvent(
  "edition.unpublished",
  z.object({ chapterId: z.uuid(), storyId: z.uuid() }),
);
