import { z } from "zod";
import { ChapterId, ChapterState, StoryRight } from "./story.ts";
import { line, lines } from "./text.ts";

/** What `@muejam/prose` calls a document or a block; the server checks it with that, since a contract knows only zod. */
export const ProseNode = z.looseObject({ type: z.string() });
const BlockId = z.string().regex(/^[a-z][a-z0-9]{9}$/);
const Block = ProseNode.extend({ attrs: z.looseObject({ id: BlockId }) });

export const Draft = z.object({
  chapterId: z.uuid(),
  storyId: z.uuid(),
  state: ChapterState,
  /** Given when the chapter first appeared. */
  number: z.int().positive().nullable(),
  /** What the acting face may do here. */
  rights: z.array(StoryRight),
  title: z.string(),
  noteBefore: z.string(),
  noteAfter: z.string(),
  document: ProseNode,
  version: z.int().nonnegative(),
  words: z.int().nonnegative(),
  savedAt: z.iso.datetime(),
  hasUnpublishedChanges: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;

export const DraftVersion = z.int().nonnegative().max(2_000_000_000);

/** A top block and the one it stands behind; null for the first place. A block that is there already is replaced. */
export const Placed = z.object({ after: BlockId.nullable(), block: Block });
export type Placed = z.infer<typeof Placed>;

/**
 * What has changed since `baseVersion`: only that travels. `journalId` and `seq` name this save for ever, so that a
 * retry is the same save. Removals come first, then the blocks in their order.
 */
export const DraftSave = z.object({
  chapterId: ChapterId,
  journalId: z.uuid(),
  seq: z.int().nonnegative().max(2_000_000_000),
  baseVersion: DraftVersion,
  /** The version of the document's schema that the blocks are of. */
  docVersion: z.int().positive().max(10_000),
  /** Somebody else's version was put together with this one; what they had is kept as a save point. */
  isMerge: z.boolean().optional(),
  title: line(0, 200).optional(),
  noteBefore: lines(2000).optional(),
  noteAfter: lines(2000).optional(),
  removed: z.array(BlockId).max(20_000).default([]),
  placed: z.array(Placed).max(20_000).default([]),
});
export type DraftSave = z.infer<typeof DraftSave>;

export const DraftSaved = z.object({
  version: z.int().nonnegative(),
  words: z.int().nonnegative(),
  savedAt: z.iso.datetime(),
});
export type DraftSaved = z.infer<typeof DraftSaved>;
