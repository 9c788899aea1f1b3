import { z } from "zod";
import { DraftVersion, ProseNode } from "./draft.ts";
import { PageInput, pageOf } from "./page.ts";
import { ByChapter, ChapterId } from "./story.ts";
import { line } from "./text.ts";

/**
 * Why there is a save point: before a `pause` ended, another `device` took over or two versions met in a `merge`, because somebody `kept` it, it was
 * `published`, or it was `replaced` by an older one, which was thereby `restored`.
 */
export const RevisionCause = z.enum(["pause", "device", "merge", "kept", "published", "replaced", "restored"]);
export type RevisionCause = z.infer<typeof RevisionCause>;

export const Revision = z.object({
  id: z.uuid(),
  version: z.int().nonnegative(),
  cause: RevisionCause,
  name: z.string().nullable(),
  /** The chapter's edition that was made of it. */
  edition: z.int().positive().nullable(),
  words: z.int().nonnegative(),
  /** Null for somebody who has left. */
  by: z.object({ handle: z.string(), displayName: z.string() }).nullable(),
  at: z.iso.datetime(),
});
export type Revision = z.infer<typeof Revision>;

export const RevisionsInput = PageInput.extend({ chapterId: ChapterId });
export type RevisionsInput = z.infer<typeof RevisionsInput>;
export const RevisionPage = pageOf(Revision);
export type RevisionPage = z.infer<typeof RevisionPage>;

export const ByRevision = ByChapter.extend({ revisionId: z.uuid() });
export type ByRevision = z.infer<typeof ByRevision>;

/** `document` is what `@muejam/prose` calls one. */
export const Manuscript = z.object({
  title: z.string(),
  noteBefore: z.string(),
  noteAfter: z.string(),
  document: ProseNode,
  words: z.int().nonnegative(),
});
export type Manuscript = z.infer<typeof Manuscript>;

export const CompareInput = ByChapter.extend({
  from: z.uuid(),
  /** Null is the draft as it is now. */
  to: z.uuid().nullable(),
});
export type CompareInput = z.infer<typeof CompareInput>;

const Run = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });
export const Comparison = z.object({
  words: z.object({ before: z.int().nonnegative(), after: z.int().nonnegative() }),
  title: z.array(Run),
  noteBefore: z.array(Run),
  noteAfter: z.array(Run),
  blocks: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("same"), blocks: z.int().positive() }),
      z.object({
        /** `form`: the same words in other marks, another kind of block or another place. */
        kind: z.enum(["added", "removed", "changed", "form"]),
        id: z.string(),
        type: z.string(),
        isMoved: z.boolean(),
        runs: z.array(Run),
        /** Their keys. */
        pictures: z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
      }),
    ]),
  ),
});
export type Comparison = z.infer<typeof Comparison>;

/** `version` is the draft that its author has before them. */
export const KeepInput = ByChapter.extend({ version: DraftVersion, name: line(1, 100).optional() });
export type KeepInput = z.infer<typeof KeepInput>;
export const Kept = z.object({ id: z.uuid() });
export type Kept = z.infer<typeof Kept>;

export const RestoreInput = ByRevision.extend({ version: DraftVersion });
export type RestoreInput = z.infer<typeof RestoreInput>;
