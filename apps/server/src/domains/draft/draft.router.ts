import { Draft, DraftSave, DraftSaved } from "@muejam/contracts/draft";
import { ByChapter } from "@muejam/contracts/story";
import { member, router } from "../../rpc/trpc.ts";
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
});
