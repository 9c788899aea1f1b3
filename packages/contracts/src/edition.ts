import { z } from "zod";
import { DraftVersion } from "./draft.ts";
import { ChapterId } from "./story.ts";

/** `version` is the draft that its author has before them: what they did not see is not published. */
export const PublishInput = z.object({
  chapterId: ChapterId,
  version: DraftVersion,
  isMinor: z.boolean().default(false),
});
export type PublishInput = z.infer<typeof PublishInput>;

export const Published = z.object({
  chapterId: z.uuid(),
  path: z.string(),
  number: z.int().positive(),
  edition: z.int().positive(),
  hash: z.string(),
  publishedAt: z.iso.datetime(),
});
export type Published = z.infer<typeof Published>;

export const Unpublished = z.object({ chapterId: z.uuid() });
export type Unpublished = z.infer<typeof Unpublished>;

/** Why, as a code: it stays for ever, so it names a case and tells nothing of a person. */
export const ErasureInput = z.object({
  chapterId: ChapterId,
  edition: z.int().positive().max(2_000_000_000),
  purpose: z.string().regex(/^[a-z][a-z0-9_.:-]{2,99}$/),
});
export type ErasureInput = z.infer<typeof ErasureInput>;
export const Erased = z.object({ hash: z.string() });
export type Erased = z.infer<typeof Erased>;
