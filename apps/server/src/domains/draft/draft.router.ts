import { Draft, DraftSave, DraftSaved } from "@muejam/contracts/draft";
import {
  ByRevision,
  CompareInput,
  Comparison,
  KeepInput,
  Kept,
  Manuscript,
  RestoreInput,
  RevisionPage,
  RevisionsInput,
} from "@muejam/contracts/revision";
import { ByChapter } from "@muejam/contracts/story";
import { member, router } from "../../rpc/trpc.ts";
import * as revisions from "./draft.revisions.service.ts";
import * as draft from "./draft.service.ts";

export const draftRouter = router({
  get: member
    .input(ByChapter)
    .output(Draft)
    .query(({ ctx, input }) => draft.get(ctx, input)),
  save: member
    .meta({ writesAMinute: 240 })
    .input(DraftSave)
    .output(DraftSaved)
    .mutation(({ ctx, input }) => draft.save(ctx, input)),
  revisions: member
    .input(RevisionsInput)
    .output(RevisionPage)
    .query(({ ctx, input }) => revisions.list(ctx, input)),
  revision: member
    .input(ByRevision)
    .output(Manuscript)
    .query(({ ctx, input }) => revisions.read(ctx, input)),
  compare: member
    .input(CompareInput)
    .output(Comparison)
    .query(({ ctx, input }) => revisions.compare(ctx, input)),
  keep: member
    .input(KeepInput)
    .output(Kept)
    .mutation(({ ctx, input }) => revisions.keep(ctx, input)),
  restore: member
    .input(RestoreInput)
    .output(Draft)
    .mutation(({ ctx, input }) => revisions.restore(ctx, input)),
});
