import { Verification, Verified } from "@muejam/contracts/badge";
import { administrator, router } from "../../rpc/trpc.ts";
import * as badge from "./badge.service.ts";

export const badgeRouter = router({
  setVerified: administrator
    .input(Verification)
    .output(Verified)
    .mutation(({ ctx, input }) => badge.setVerified(ctx, input)),
});
