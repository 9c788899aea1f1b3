import { z } from "zod";
import { defineEvent } from "../../kernel/events.ts";

/**
 * A minor one is a correction, or a chapter let out quietly: nobody is told of it. `isFirst`: all before it were, so that
 * its followers have not heard of the chapter yet.
 */
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
