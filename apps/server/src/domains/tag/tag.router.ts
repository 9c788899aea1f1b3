import { BySlug, Tag } from "@muejam/contracts/tag";
import { anyone, router } from "../../rpc/trpc.ts";
import * as tag from "./tag.service.ts";

export const tagRouter = router({
  bySlug: anyone
    .input(BySlug)
    .output(Tag)
    .query(({ ctx, input }) => tag.bySlug(ctx, input)),
});
