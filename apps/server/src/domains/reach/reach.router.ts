import { PageInput } from "@muejam/contracts/page";
import { Block, BlockedPage, Blocking, Mute, MutedPage, Muting } from "@muejam/contracts/reach";
import { person, router } from "../../rpc/trpc.ts";
import * as reach from "./reach.service.ts";

export const reachRouter = router({
  block: person
    .input(Block)
    .output(Blocking)
    .mutation(({ ctx, input }) => reach.block(ctx, input)),
  mute: person
    .input(Mute)
    .output(Muting)
    .mutation(({ ctx, input }) => reach.mute(ctx, input)),
  blocked: person
    .input(PageInput)
    .output(BlockedPage)
    .query(({ ctx, input }) => reach.blocked(ctx, input)),
  muted: person
    .input(PageInput)
    .output(MutedPage)
    .query(({ ctx, input }) => reach.muted(ctx, input)),
});
