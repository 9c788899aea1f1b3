import { Erased, ErasureInput, Published, PublishInput, Unpublished } from "@muejam/contracts/edition";
import { ByChapter } from "@muejam/contracts/story";
import { administrator, member, router, verified } from "../../rpc/trpc.ts";
import * as edition from "./edition.service.ts";

export const editionRouter = router({
  publish: verified
    .input(PublishInput)
    .output(Published)
    .mutation(({ ctx, input }) => edition.publish(ctx, input)),
  unpublish: member
    .input(ByChapter)
    .output(Unpublished)
    .mutation(({ ctx, input }) => edition.unpublish(ctx, input)),
  erase: administrator
    .input(ErasureInput)
    .output(Erased)
    .mutation(({ ctx, input }) => edition.erase(ctx, input)),
});
